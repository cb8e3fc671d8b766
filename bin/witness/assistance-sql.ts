const lastStep = (what: string, revision: number, verbs?: readonly string[]) =>
  `(select s.${what} from match_step s where s.match_id = m.id and s.seq <= ${revision}${verbs ? ` and s.verb in (${verbs.map((verb) => `'${verb}'`).join(', ')})` : ''} order by s.number desc limit 1)`;
// A version is stored as JSON text, in which a quotation mark within a text is escaped.
const activityStatus = (
  revision: number,
) => `(select case ${['planned', 'under-way', 'completed'].map((status) => `when v.content like '%"status":"${status}"%' then '${status}'`).join(' ')} end
  from assistance_version v where v.assistance_id = m.assistance_id and v.from_seq <= ${revision} and (v.to_seq is null or v.to_seq > ${revision}))`;
const flag = (condition: string, name: string) =>
  `max(case when ${condition} then 1 else 0 end) as ${name}`;

/**
 * Selects each need for which assistance counts at a revision: its status (1 planned, 2 current, 3
 * met) and the claims of its State.
 */
export const assistanceOf = (revision: number): string => `
  select need_id, max(case when activity = 'planned' then 1 when activity = 'completed' and claim_verb = 'confirm' and degree = 'fully' then 3 else 2 end) as reached,
    ${flag(`claim_verb in ('propose', 'reopen')`, 'awaiting')}, ${flag(`claim_verb = 'dispute'`, 'disputed')}, ${flag(`claim_verb = 'dispute' and dispute_verb = 'answer'`, 'answered')}, ${flag(`claim_verb = 'confirm'`, 'confirmed')}
  from (
    select m.need_id, ${lastStep('verb', revision, ['propose', 'accept', 'reject', 'withdraw', 'reopen'])} as state_verb, ${lastStep('verb', revision, ['propose', 'reopen', 'dispute', 'confirm'])} as claim_verb,
      ${lastStep('verb', revision, ['dispute', 'answer'])} as dispute_verb, ${lastStep('degree', revision)} as degree, ${activityStatus(revision)} as activity
    from "match" m) a
  where state_verb = 'accept' and activity is not null group by need_id`;

export const statusCase = `case coalesce(st.reached, 0) when 0 then 'unmet' when 1 then 'planned' when 2 then 'current' else 'met' end`;
export const claimColumns = ['awaiting', 'disputed', 'answered', 'confirmed'] as const;

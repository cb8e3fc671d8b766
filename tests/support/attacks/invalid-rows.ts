import { rows } from '#tests/support/databases/sql';

/**
 * What each row must be by itself, written in SQL alone: a second opinion on what the forms let
 * through.
 */
const sqlite = () => process.env.DATABASE_URL!.startsWith('file:');
const find = (text: string, code: number) =>
  sqlite() ? `instr(${text}, char(${code})) > 0` : `strpos(${text}, chr(${code})) > 0`;
const elements = (column: string) =>
  sqlite()
    ? `json_each(${column})`
    : `jsonb_array_elements_text((${column})::jsonb) as each(value)`;
const dateOf = (column: string) =>
  sqlite() ? `date(${column})` : `to_char(to_date(${column}, 'YYYY-MM-DD'), 'YYYY-MM-DD')`;

// PostgreSQL cannot hold a NUL at all.
const controls = [
  ...(['file'].includes(process.env.DATABASE_URL?.split(':')[0] ?? '') ? [0] : []),
  ...Array.from({ length: 31 }, (_, i) => i + 1).filter((code) => ![9, 10].includes(code)),
  127,
];
const control = (...columns: string[]) =>
  columns
    .flatMap((column) => controls.map((code) => find(`coalesce(${column}, '')`, code)))
    .join(' or ');
const longer = (limits: Readonly<Record<string, number>>) =>
  Object.entries(limits)
    .map(([column, limit]) => `length(${column}) > ${limit}`)
    .join(' or ');
const statuses = `('draft', 'submitted', 'returned', 'recoded', 'approved', 'withdrawn')`;
/**
 * Complete, as everything that was submitted must be. `v` is a version of a need of the review `r`.
 */
const incomplete = `(v.chapter is null or v.category is null or v.text is null or v.language is null or v.provision = '' or length(v.text) > 2000 or length(coalesce(v.quote, '')) > 2000 or length(coalesce(v.paragraph, '')) > 20
  or (r.cycle = 2 and v.chapter not in ('II', 'V')) or (r.cycle = 1 and v.chapter not in ('III', 'IV'))
  or (v.subcategory is null and exists (select 1 from subcategory s where s.category = v.category and s.to_seq is null))
  or (v.subcategory is not null and not exists (select 1 from subcategory s where s.code = v.subcategory and s.category = v.category))
  or (v.types <> '[]' and v.category <> 'capacity-building'))`;
const unknownCode = (table: string, column: string) =>
  `select v.id from need_version v where exists (select 1 from ${elements(`v.${column}`)} where value not in (select code from ${table}))`;

const rules = (): Readonly<Record<string, string>> => ({
  'a need with a control character': `select id from need where ${control('text', 'quote', 'paragraph')}`,
  'a version with a control character': `select id from need_version where ${control('text', 'quote', 'paragraph', 'reason')}`,
  'a comment with a control character': `select id from comment where ${control('text')}`,
  'an account with a control character': `select id from account where ${control('email', 'name')}`,
  'a review with a control character': `select id from review where ${control('symbol')}`,
  'a text beyond what is kept': `select id from need_version where ${longer({ text: 20_000, quote: 20_000, paragraph: 20_000, reason: 2000 })}`,
  'an account beyond its lengths': `select id from account where ${longer({ email: 254, name: 200 })} or trim(name) = '' or email not like '%_@_%._%' or email <> lower(email) or email like '% %'`,
  'an empty text instead of none': `select id from need_version where text = '' or quote = '' or paragraph = '' or reason = ''`,
  'an unknown status': `select id from need where status not in ${statuses} union all select id from need_version where status not in ${statuses}`,
  'an unknown topic': unknownCode('topic', 'topics'),
  'an unknown type': unknownCode('type', 'types'),
  'an unknown tag': unknownCode('tag', 'tags'),
  'an unknown target group': `select v.id from need_version v where exists (select 1 from ${elements('v.target_groups')} where value not in ('officials', 'institutions', 'private-sector', 'media', 'civil-society'))`,
  'a subcategory that there is not':
    'select id from need_version where subcategory is not null and subcategory not in (select code from subcategory)',
  'a priority that is none': 'select id from need_version where priority < 1 or priority > 999',
  'an article that is none': 'select need_id from need_article where article < 5 or article > 59',
  'something submitted that is not complete': `select v.id from need_version v join need n on n.id = v.need_id join review r on r.id = n.review_id where v.status in ('submitted', 'recoded', 'approved') and ${incomplete}`,
  'a move without its reason': `select id from need_version where verb in ('recode', 'reopen', 'withdraw', 'object', 'request-withdrawal', 'refuse-withdrawal', 'lift-four-eyes') and coalesce(reason, '') = ''`,
  'a return without a reason or a comment': `select v.id from need_version v where v.verb = 'return' and coalesce(v.reason, '') = '' and not exists (select 1 from comment c where c.need_id = v.need_id and not c.internal and c.at <= v.at)`,
  'a comment without words, or beyond its length': `select id from comment where trim(text) = '' or length(text) > 4000`,
  'an internal comment of one who is no reviewer': `select c.id from comment c join account a on a.id = c.author_id where c.internal and a.role <> 'reviewer'`,
  'a submitted need without a reference': `select id from need where status in ('submitted', 'recoded', 'approved') and reference is null`,
  'an approval by other eyes than a reviewer’s': `select v.id from need_version v join account a on a.id = v.actor_id where v.verb in ('return', 'recode', 'approve', 'reopen', 'grant-withdrawal', 'refuse-withdrawal') and a.role <> 'reviewer'`,
  'an approval of one’s own': `select v.id from need_version v join need_version w on w.need_id = v.need_id and w.version < v.version and w.actor_id = v.actor_id and w.verb in ('enter', 'recode', 'edit') where v.verb = 'approve' and not exists (select 1 from need_version l where l.need_id = v.need_id and l.version = v.version - 1 and l.verb = 'lift-four-eyes')`,
  'a date that there is not': ['completed_on', 'published_on']
    .map(
      (column) =>
        `select id from review where ${column} is not null and (${column} not like '____-__-__' or ${dateOf(column)} <> ${column})`,
    )
    .join(' union all '),
  'a summary published before it was completed':
    'select id from review where published_on is not null and (completed_on is null or completed_on > published_on)',
  'a completion in the future': `select id from review where completed_on > '${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}'`,
  'a symbol that is too long': 'select id from review where length(symbol) > 60',
  'a focal point or contributor without a State, or another with one': `select id from account where (role in ('focal-point', 'contributor')) <> (state_id is not null)`,
  'an assignment of somebody who reviews nothing': `select s.id from assignment s join account a on a.id = s.account_id where a.role <> 'reviewer'`,
});

/** Every rule that a row breaks, with the number of rows. */
export async function invalidRows(): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(rules()).map(
      async ([name, query]) => [name, (await rows(query)).length] as const,
    ),
  );
  return found.filter(([, count]) => count > 0).map(([name, count]) => `${name}: ${count}`);
}

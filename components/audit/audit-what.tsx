import type { AuditRow } from '#lib/people/audit/queries';
import { auditThings, auditVerbs } from '#lib/people/audit/vocabulary';
import { verbs } from '#lib/needs/model/vocabulary';
import type { Translate } from '#lib/text/i18n';

/** The name of a verb; of one that is not known its code, so that every row can be read. */
function verbName(t: Translate, code: string): string {
  const ofNeeds = (['enter', ...verbs] as const).find((verb) => verb === code);
  if (ofNeeds) return t(`verbs.${ofNeeds}`);
  const verb = auditVerbs.find((each) => each === code);
  return verb ? t(`auditNames.verbs.${verb}`) : code;
}

/** What was done to which kind of thing, in the reader's language; undefined for an event. */
export function auditWhat(t: Translate, { change }: Pick<AuditRow, 'change'>): string | undefined {
  if (!change) return undefined;
  const thing = auditThings.find((each) => each === change.entity);
  return t('auditNames.what', {
    verb: verbName(t, change.verb),
    thing: thing ? t(`auditNames.things.${thing}`) : change.entity,
  });
}

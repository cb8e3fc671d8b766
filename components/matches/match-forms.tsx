import { errorOf, type ShownError } from '#components/ui/error-summary';
import { SelectField, TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { longestReason } from '#lib/text/reason';
import { rules } from '#lib/assistance/matches/rules';
import { degrees, type Degree, type MatchVerb } from '#lib/needs/met/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  match: Readonly<{ id: string; version: number; degree: Degree }>;
  verbs: readonly MatchVerb[];
  /** What was sent and refused, and by which form. */
  sent?: FormFields;
  sentVerb?: string;
  errors?: readonly ShownError[];
  from?: 'claims';
}>;

/** The field of a form of this page: its id tells the forms apart. */
export const fieldId = (id: string, verb: string, field: string) => `${field}-${verb}-${id}`;

/** These say how far the need is answered. */
const weighs = (verb: MatchVerb) => verb === 'accept' || verb === 'confirm';

/** One form for each step that this person may take now; what agrees stands first. */
export function MatchForms({
  locale,
  t,
  by,
  match: { id, version, degree },
  verbs,
  sent = {},
  sentVerb,
  errors = [],
  from,
}: Props) {
  return verbs
    .filter((verb) => verb !== 'propose')
    .toSorted((a, b) => Number(weighs(b)) - Number(weighs(a)))
    .map((verb) => {
      const [own, ownErrors] = sentVerb === verb ? [sent, errors] : [{}, []];
      const withDegree = weighs(verb);
      const field = (name: string) => ({
        name,
        id: fieldId(id, verb, name),
        error: errorOf(ownErrors, fieldId(id, verb, name)),
      });
      return (
        <details key={verb} className="act" open={sentVerb === verb || (withDegree && !from)}>
          <summary>{t(`matches.verbs.${verb}`)}</summary>
          <form method="post" action={`/${locale}/assistance/matches/${id}/${verb}`} noValidate>
            <input type="hidden" name="by" value={by} />
            <input type="hidden" name="version" value={version} />
            {from ? <input type="hidden" name="from" value={from} /> : null}
            {withDegree ? (
              <SelectField
                {...field('degree')}
                label={t('matches.degree')}
                options={degrees.map((code) => ({
                  value: code,
                  label: t(`matches.degrees.${code}`),
                }))}
                defaultValue={textOf(own, 'degree') || degree}
              />
            ) : null}
            {rules[verb].reason === 'required' ? (
              <TextArea
                {...field('reason')}
                label={t('matches.reason')}
                hint={t('matches.reasonHint')}
                rows={3}
                dir="auto"
                maxLength={longestReason}
                defaultValue={textOf(own, 'reason')}
              />
            ) : null}
            <div className="buttons">
              <button className={withDegree ? 'button' : 'button second'}>
                {t(`matches.verbs.${verb}`)}
              </button>
            </div>
          </form>
        </details>
      );
    });
}

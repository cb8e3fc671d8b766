import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { maxReasonLength } from '#lib/text/reason';
import { matchRules } from '#lib/assistance/matches/rules';
import { degrees, type Degree, type MatchVerb } from '#lib/needs/fulfilment/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  match: Readonly<{ id: string; version: number; degree: Degree }>;
  verbs: readonly MatchVerb[];
  /** The form that was sent and refused, and its verb. */
  sent?: FormFields;
  sentVerb?: string;
  errors?: readonly FormError[];
  from?: 'claims';
}>;

/** The id of a field, which differs between the forms of one page. */
export const fieldId = (id: string, verb: string, field: string) => `${field}-${verb}-${id}`;

/** Whether the verb says how far the need is answered. */
const hasDegree = (verb: MatchVerb) => verb === 'accept' || verb === 'confirm';

type FormProps = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  match: Props['match'];
  verb: MatchVerb;
  form: FormFields;
  errors: readonly FormError[];
  isOpen: boolean;
  from?: 'claims';
}>;

/** The form of one verb, which opens on demand. */
function MatchForm({ locale, t, by, match, verb, form, errors, isOpen, from }: FormProps) {
  const { id, version } = match;
  const withDegree = hasDegree(verb);
  const field = (name: string) => ({
    name,
    id: fieldId(id, verb, name),
    error: errorOf(errors, fieldId(id, verb, name)),
  });
  return (
    <details className="act" open={isOpen}>
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
            defaultValue={textOf(form, 'degree') || match.degree}
          />
        ) : null}
        {matchRules[verb].reason === 'required' ? (
          <TextArea
            {...field('reason')}
            label={t('matches.reason')}
            hint={t('matches.reasonHint', { max: maxReasonLength })}
            rows={3}
            dir="auto"
            maxLength={maxReasonLength}
            defaultValue={textOf(form, 'reason')}
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
}

/** One form for each verb that this person may use now; those that agree stand first. */
export const MatchForms = ({ verbs, sent = {}, sentVerb, errors = [], from, ...props }: Props) =>
  verbs
    .filter((verb) => verb !== 'propose')
    .toSorted((a, b) => Number(hasDegree(b)) - Number(hasDegree(a)))
    .map((verb) => {
      const isSent = sentVerb === verb;
      return (
        <MatchForm
          key={verb}
          {...props}
          verb={verb}
          form={isSent ? sent : {}}
          errors={isSent ? errors : []}
          isOpen={isSent || (hasDegree(verb) && !from)}
          from={from}
        />
      );
    });

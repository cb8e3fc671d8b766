import { NeedsTable } from '#components/needs/needs-table';
import { errorOf } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import type { FormResult } from '#lib/http/form-result';
import { textOf } from '#lib/http/form';
import { requiresReason } from '#lib/needs/model/transitions';
import type { decidableNeeds } from '#lib/review/decisions/queries';
import type { bulkVerbs } from '#lib/review/decisions/vocabulary';
import type { Translate } from '#lib/text/i18n';
import { maxReasonLength } from '#lib/text/reason';

type Verb = (typeof bulkVerbs)[number];
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  verb: Verb;
  /** The parameters of the list, sent along with the decision. */
  filter: string;
  listAddress: string;
  /** The needs that were ticked in the list; undefined: all of the list. */
  ids?: readonly string[] | undefined;
  title: string;
  decidable: Awaited<ReturnType<typeof decidableNeeds>>;
  openComments: ReadonlyMap<string, number>;
  answer: FormResult;
}>;

/** How many of the needs the page lists. */
export const mostNeedsShown = 100;

/** The verb, the needs as they were shown, and who decides. */
const Hidden = ({ by, verb, filter, ids = [], decidable: { fingerprint } }: Props) => (
  <>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="verb" value={verb} />
    <input type="hidden" name="filter" value={filter} />
    <input type="hidden" name="fingerprint" value={fingerprint} />
    {ids.map((id) => (
      <input key={id} type="hidden" name="id" value={id} />
    ))}
  </>
);

const Reason = ({ t, answer: { form, errors } }: Pick<Props, 't' | 'answer'>) => (
  <TextArea
    name="reason"
    dir="auto"
    label={t('deciding.reason')}
    hint={t('need.returnHint', { max: maxReasonLength })}
    rows={3}
    defaultValue={form ? textOf(form, 'reason') : ''}
    error={errorOf(errors, 'reason')}
  />
);

/** Confirms a decision on all the needs of a list, which are shown below it. */
export function DecisionForm(props: Props) {
  const { locale, t, verb, listAddress, title, decidable: found, openComments, answer } = props;
  const { needs, leftOut } = found;
  if (needs.length === 0) return <p className="lead">{t('deciding.none')}</p>;
  return (
    <form method="post" action={`/${locale}/decisions/take`} noValidate>
      <p className="lead">{t(`deciding.lead.${verb}`, { count: needs.length })}</p>
      {props.ids ? <p>{t('deciding.onlyChosen', { count: props.ids.length })}</p> : null}
      {openComments.size > 0 ? (
        <p>{t('deciding.withComments', { count: openComments.size })}</p>
      ) : null}
      {leftOut > 0 ? <p>{t('deciding.leftOut', { count: leftOut })}</p> : null}
      <Hidden {...props} />
      {requiresReason(verb) ? <Reason t={t} answer={answer} /> : null}
      <div className="buttons">
        <button className="button" id="needs">
          {t(`deciding.confirm.${verb}`, { count: needs.length })}
        </button>{' '}
        <a className="button second" href={listAddress}>
          {t('deciding.back')}
        </a>
      </div>
      {needs.length > mostNeedsShown ? (
        <p className="note">{t('deciding.first', { shown: mostNeedsShown })}</p>
      ) : null}
      <NeedsTable
        locale={locale}
        t={t}
        needs={needs.slice(0, mostNeedsShown)}
        caption={title}
        openComments={openComments}
      />
    </form>
  );
}

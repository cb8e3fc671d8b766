import { NeedStatus } from '#components/needs/need-facts';
import { errorOf } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import type { FormResult } from '#lib/http/form-result';
import { textOf } from '#lib/http/form';
import type { decisionById } from '#lib/review/decisions/queries';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

export type Decision = NonNullable<Awaited<ReturnType<typeof decisionById>>>;
type Common = Readonly<{ locale: Locale; t: Translate; decision: Decision }>;

const mostShown = 500;

/** Who decided, when and why, and the decision that reopened the needs again. */
export const DecisionFacts = ({ locale, t, decision }: Common) => (
  <>
    <p>
      {decision.by}, {formatInstant(locale, decision.at)}
      {decision.reopenedBy ? (
        <>
          {' '}
          · <a href={`/${locale}/decisions/${decision.reopenedBy}`}>{t('deciding.wasReopened')}</a>
        </>
      ) : null}
    </p>
    {decision.reason ? (
      <p className="written" dir="auto">
        {decision.reason}
      </p>
    ) : null}
  </>
);

type ReopenProps = Omit<Common, 'decision'> &
  Readonly<{ id: string; by: string; answer: FormResult }>;

/** Reopens all the needs that were approved by the decision. */
export const ReopenAll = ({ locale, t, id, by, answer: { form, errors } }: ReopenProps) => (
  <details className="act" open={form !== undefined}>
    <summary>{t('deciding.reopenAll')}</summary>
    <form method="post" action={`/${locale}/decisions/${id}/reopen`} noValidate>
      <input type="hidden" name="by" value={by} />
      <TextArea
        name="reason"
        dir="auto"
        label={t('deciding.reason')}
        hint={t('deciding.reopenHint')}
        rows={3}
        defaultValue={form ? textOf(form, 'reason') : ''}
        error={errorOf(errors, 'reason')}
      />
      <div className="buttons">
        <button className="button second" id="needs">
          {t('deciding.reopenAll')}
        </button>
      </div>
    </form>
  </details>
);

function NeedRow({
  locale,
  t,
  need,
}: Omit<Common, 'decision'> & { need: Decision['taken'][number] }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/${locale}/needs/${need.id}`}>
          <bdi>{need.reference ?? t('needs.noReference')}</bdi>
        </a>
      </th>
      <td className="words">
        <NeedStatus t={t} status={need.status} />
        {need.now === need.version ? null : <span className="note"> {t('deciding.moved')}</span>}
      </td>
    </tr>
  );
}

/** The needs that were decided on, each marked if it has changed since. */
export const DecidedNeeds = ({
  locale,
  t,
  decision: { needs: total, taken },
  caption,
}: Common & { caption: string }) => (
  <>
    {total > mostShown ? <p className="note">{t('deciding.first', { shown: mostShown })}</p> : null}
    <div className="scroll">
      <table>
        <caption className="away">{caption}</caption>
        <thead>
          <tr>
            {(['reference', 'status'] as const).map((column) => (
              <th key={column} scope="col" className="words">
                {t(`needs.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {taken.slice(0, mostShown).map((need) => (
            <NeedRow key={need.id} locale={locale} t={t} need={need} />
          ))}
        </tbody>
      </table>
    </div>
  </>
);

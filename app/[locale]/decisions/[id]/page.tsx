import { NeedStatus } from '#components/needs/need-facts';
import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { decisionById } from '#lib/review/decisions/queries';
import { textOf } from '#lib/http/form';
import { formatInstant } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { MissingPage } from '../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};
const mostShown = 500;

export default async function DecisionTaken({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/decisions/${id}`);
  const decision = await decisionById(actor, id);
  if (!decision) return <MissingPage locale={locale} />;
  const { form, errors, notice } = answered(locale, t, '/reopen');
  const { taken, verb, needs, by, at, reason } = decision;
  const reopens =
    actor.role === 'reviewer' &&
    verb === 'approve' &&
    !decision.reopenedBy &&
    taken.some(({ status, now, version }) => status === 'approved' && now === version);
  const title = t(`deciding.${verb}`, { count: needs });
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/decisions`, label: t('deciding.listTitle') }]}
    >
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {(await searchParams).done && !form ? (
        <Notice kind="ok">
          <p>{t('deciding.done')}</p>
        </Notice>
      ) : null}
      <p>
        {by}, {formatInstant(locale, at)}
        {decision.reopenedBy ? (
          <>
            {' '}
            ·{' '}
            <a href={`/${locale}/decisions/${decision.reopenedBy}`}>{t('deciding.wasReopened')}</a>
          </>
        ) : null}
      </p>
      {reason ? (
        <p className="written" dir="auto">
          {reason}
        </p>
      ) : null}
      {reopens ? (
        <details className="act" open={form !== undefined}>
          <summary>{t('deciding.reopenAll')}</summary>
          <form method="post" action={`/${locale}/decisions/${id}/reopen`} noValidate>
            <input type="hidden" name="by" value={actor.accountId ?? ''} />
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
      ) : null}
      {needs > mostShown ? (
        <p className="note">{t('deciding.first', { shown: mostShown })}</p>
      ) : null}
      <div className="scroll">
        <table>
          <caption className="away">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="words">
                {t('needs.reference')}
              </th>
              <th scope="col" className="words">
                {t('needs.status')}
              </th>
            </tr>
          </thead>
          <tbody>
            {taken.slice(0, mostShown).map((need) => (
              <tr key={need.id}>
                <th scope="row">
                  <a href={`/${locale}/needs/${need.id}`}>
                    <bdi>{need.reference ?? t('needs.noReference')}</bdi>
                  </a>
                </th>
                <td className="words">
                  <NeedStatus t={t} status={need.status} />
                  {need.now === need.version ? null : (
                    <span className="note"> {t('deciding.moved')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

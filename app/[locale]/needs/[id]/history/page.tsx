import { needCrumbs } from '#components/needs/need-crumbs';
import { NeedVersions } from '#components/needs/need-versions';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Notice, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { recordView } from '#lib/people/audit/commands';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { needById } from '#lib/needs/store/queries';
import { MissingPage } from '../../../missing-page';
import { Comparison } from './comparison';
import { loadHistory, type HistoryQuery, type LoadedHistory } from './load-history';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<HistoryQuery>;
};

/** Names the values of the address that are no version. */
const UnknownVersions = ({ t, unknown }: { t: Translate } & Pick<LoadedHistory, 'unknown'>) =>
  unknown.length > 0 ? (
    <Notice kind="warn">
      {unknown.map(({ name, value }) => (
        <p key={name}>{t('history.unknown', { value })}</p>
      ))}
    </Notice>
  ) : null;

const TakenUp = ({ locale, t, id }: Readonly<{ locale: Locale; t: Translate; id: string }>) => (
  <Confirmation>
    {t('history.done')} <a href={`/${locale}/needs/${id}/change`}>{t('need.edit')}</a>
  </Confirmation>
);

export default async function History({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/needs/${id}/history`);
  const need = await needById(actor, id);
  if (!need?.working) return <MissingPage locale={locale} />;
  await recordView(actor, id);
  const query = await searchParams;
  const history = await loadHistory(locale, t, actor, need, query);
  const { form, errors, notice } = formResult(locale, t, '/take-up');
  const title = need.reference
    ? t('history.title', { reference: need.reference })
    : t('history.draftTitle');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={needCrumbs(locale, t, need)}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {query.done === 'take-up' && !form ? <TakenUp locale={locale} t={t} id={id} /> : null}
      <UnknownVersions t={t} unknown={history.unknown} />
      <p className="lead">{t('history.lead')}</p>
      {history.isEditable ? (
        <p className="hint" id="take-up-hint">
          {t('history.takeUpHint')}
        </p>
      ) : null}
      <Comparison locale={locale} t={t} need={need} history={history} />
      <NeedVersions
        locale={locale}
        t={t}
        id={id}
        by={actor.accountId!}
        current={need.version}
        versions={history.versions}
      />
      {history.next ? (
        <p>
          <a href={`/${locale}/needs/${id}/history?upto=${history.next}`}>{t('history.older')}</a>
        </p>
      ) : null}
    </Page>
  );
}

import { ForgetSelection } from '#components/needs/forget-selection';
import { selectionKey } from '#components/needs/selection-key';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { decisionById } from '#lib/review/decisions/queries';
import { translator } from '#lib/text/i18n';
import { MissingPage } from '../../missing-page';
import { DecidedNeeds, DecisionFacts, ReopenAll, type Decision } from './decision-parts';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** A reviewer may reopen what was approved, while a need of it is approved in that version. */
const mayReopen = ({ role }: Actor, { verb, reopenedBy, taken }: Decision) =>
  role === 'reviewer' &&
  verb === 'approve' &&
  !reopenedBy &&
  taken.some(({ status, now, version }) => status === 'approved' && now === version);

export default async function DecisionTaken({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/decisions/${id}`);
  const decision = await decisionById(actor, id);
  if (!decision) return <MissingPage locale={locale} />;
  const { done } = await searchParams;
  const answer = formResult(locale, t, '/reopen');
  const { form, errors, notice } = answer;
  const title = t(`deciding.${decision.verb}`, { count: decision.needs });
  const common = { locale, t, decision };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/decisions`, label: t('deciding.listTitle') }]}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done && !form ? (
        <>
          <Confirmation>{t('deciding.done')}</Confirmation>
          <ForgetSelection storageKey={selectionKey('own', actor.accountId)} />
        </>
      ) : null}
      <DecisionFacts {...common} />
      {mayReopen(actor, decision) ? (
        <ReopenAll locale={locale} t={t} id={id} by={actor.accountId ?? ''} answer={answer} />
      ) : null}
      <DecidedNeeds {...common} caption={title} />
    </Page>
  );
}

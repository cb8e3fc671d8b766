import { FixedRanks } from '#components/priorities/fixed-ranks';
import { reviewCrumbs } from '#components/reviews/review-name';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Notice, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { formatList } from '#lib/text/format';
import { translator, type Translate } from '#lib/text/i18n';
import type { NeedView } from '#lib/needs/store/queries';
import { maySign, checkTransition } from '#lib/needs/model/transitions';
import { needsToRank } from '#lib/needs/priorities/queries';
import { reviewById } from '#lib/needs/reviews/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { RankForm } from './rank-form';
import { conflictingNames, rankRows } from './rank-rows';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** That the ranks of the form are not stored: it was arranged, or its session had ended. */
const KeptNotice = ({ t, isArranged }: Readonly<{ t: Translate; isArranged: boolean }>) => (
  <Notice>
    <p>{isArranged ? t('priorities.notSaved') : t('form.kept')}</p>
  </Notice>
);

export default async function Priorities({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const here = `/${locale}/reviews/${id}/priorities`;
  const actor = await requireSignIn(locale, here);
  const review = await reviewById(actor, id);
  if (!review) return <MissingPage locale={locale} />;
  if (!maySign(actor, review)) return <ForbiddenPage locale={locale} />;
  const [needs, { done }] = await Promise.all([needsToRank(actor, id), searchParams]);
  const isOpen = (need: NeedView) => checkTransition(actor, 'edit', need) === 'allowed';
  const answer = formResult(locale, t, '/set', '/arrange');
  const { form, verb, errors, notice, isRestored: kept } = answer;
  const rows = rankRows(locale, t, needs.filter(isOpen), answer);
  const conflicting = conflictingNames(t, needs, answer);
  const conflictNotice = {
    title: t('conflict.title'),
    text: t('priorities.conflict', { needs: formatList(locale, conflicting) }),
  };
  const title = t('priorities.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={reviewCrumbs(locale, t, review)}
    >
      <h1>{title}</h1>
      <FormResultNotice
        problem={t('problem.title')}
        errors={errors}
        notice={conflicting.length > 0 ? conflictNotice : notice}
      />
      {kept ? <KeptNotice t={t} isArranged={verb === 'arrange'} /> : null}
      {done === 'set' && !form ? <Confirmation>{t('priorities.saved')}</Confirmation> : null}
      <p className="lead">{t('priorities.lead')}</p>
      <RankForm
        t={t}
        by={actor.accountId!}
        here={here}
        rows={rows}
        focusOn={form ? textOf(form, 'move') : undefined}
      />
      <FixedRanks locale={locale} t={t} needs={needs.filter((need) => !isOpen(need))} />
    </Page>
  );
}

import { FixedRanks } from '#components/priorities/fixed-ranks';
import { RankTable, type RankRow } from '#components/priorities/rank-table';
import { provisionText } from '#components/needs/need-facts';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { textOf } from '#lib/http/form';
import { formatList } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import type { NeedSeen } from '#lib/needs/store/queries';
import { maySign, ruling } from '#lib/needs/model/rules';
import { rankField, ranksOf } from '#lib/needs/priorities/input';
import { needsToRank } from '#lib/needs/priorities/queries';
import { reviewById } from '#lib/needs/reviews/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};
const excerpt = (text: string) => (text.length > 90 ? `${text.slice(0, 90).trimEnd()} …` : text);

export default async function Priorities({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/reviews/${id}/priorities`);
  const review = await reviewById(actor, id);
  if (!review) return <MissingPage locale={locale} />;
  if (!maySign(actor, review)) return <ForbiddenPage locale={locale} />;
  const [needs, { done }] = await Promise.all([needsToRank(actor, id), searchParams]);
  const { form, verb, errors, notice, conflict, kept } = answered(locale, t, '/set', '/arrange');
  const isOpen = (need: NeedSeen) => ruling(actor, 'edit', need) === 'allowed';
  const open = new Map(needs.filter(isOpen).map((need) => [need.id, need]));
  const typed = form ? ranksOf(form) : [];
  const nameOf = ({ reference, text }: NeedSeen) =>
    reference ?? (text ? excerpt(text) : t('needs.noReference'));

  // What was typed stands in its order; a need that came in meanwhile stands below.
  const order = [
    ...typed.flatMap((sent) => {
      const need = open.get(sent.id);
      return need ? [{ need, sent }] : [];
    }),
    ...[...open.values()]
      .filter((need) => !typed.some((sent) => sent.id === need.id))
      .map((need) => ({ need, sent: undefined })),
  ];
  const changedMeanwhile = (need: NeedSeen, version?: number) =>
    version !== undefined && version !== need.version;
  const rows = order.map(({ need, sent }): RankRow => {
    const name = nameOf(need);
    const stored = String(need.priority ?? '');
    return {
      // After a conflict the form goes on from what is stored now; else from the version that was
      // seen.
      id: need.id,
      field: rankField(need.id, sent && !conflict ? sent.version : need.version),
      rank: sent?.rank ?? stored,
      href: `/${locale}/needs/${need.id}`,
      name,
      text: need.reference && need.text ? excerpt(need.text) : null,
      language: need.language ?? undefined,
      provision: provisionText(locale, t, need),
      labels: {
        rank: t('priorities.rankOf', { need: name }),
        up: t('priorities.up', { need: name }),
        down: t('priorities.down', { need: name }),
      },
      error: errors.find(({ field }) => field === `rank-${need.id}`)?.text,
      stored:
        sent && conflict && changedMeanwhile(need, sent.version)
          ? t('priorities.storedNow', { rank: stored || t('priorities.none') })
          : undefined,
    };
  });
  const movedOn = conflict
    ? typed.flatMap((sent) => {
        const need = needs.find((each) => each.id === sent.id);
        return need && changedMeanwhile(need, sent.version) ? [nameOf(need)] : [];
      })
    : [];
  const title = t('priorities.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/reviews`, label: t('reviews.title') },
        {
          href: `/${locale}/reviews/${id}`,
          label: t('reviews.one', {
            state: stateName(review.stateCode, locale),
            cycle: t(`cycles.${review.cycle}`),
          }),
        },
      ]}
    >
      <h1>{title}</h1>
      <AnswerNotice
        problem={t('problem.title')}
        errors={errors}
        notice={
          movedOn.length > 0
            ? {
                title: t('conflict.title'),
                text: t('priorities.conflict', { needs: formatList(locale, movedOn) }),
              }
            : notice
        }
      />
      {kept ? (
        <Notice>
          <p>{verb === 'arrange' ? t('priorities.notSaved') : t('form.kept')}</p>
        </Notice>
      ) : null}
      {done === 'set' && !form ? (
        <Notice kind="ok">
          <p>{t('priorities.saved')}</p>
        </Notice>
      ) : null}
      <p className="lead">{t('priorities.lead')}</p>
      {rows.length > 0 ? (
        <form method="post" action={`/${locale}/reviews/${id}/priorities/set`} noValidate>
          {/* The return key in a field presses the first button of a form, which must be the one that saves. */}
          <button className="away" tabIndex={-1} aria-hidden="true">
            {t('priorities.save')}
          </button>
          <input type="hidden" name="by" value={actor.accountId!} />
          <p className="hint">{t('priorities.how')}</p>
          <RankTable
            rows={rows}
            arrange={`/${locale}/reviews/${id}/priorities/arrange`}
            focusOn={form ? textOf(form, 'move') : undefined}
            texts={{
              caption: t('priorities.caption'),
              need: t('needs.reference'),
              rank: t('needs.priority'),
              provision: t('needs.provision'),
              move: t('priorities.move'),
              placed: t('priorities.placed', {
                need: '{need}',
                place: '{place}',
                count: '{count}',
              }),
            }}
          />
          <div className="buttons">
            <button className="button">{t('priorities.save')}</button>
          </div>
        </form>
      ) : (
        <p>{t('priorities.empty')}</p>
      )}
      <FixedRanks locale={locale} t={t} needs={needs.filter((need) => !isOpen(need))} />
    </Page>
  );
}

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { alikePanel } from '#components/likeness/alike-shown';
import { NeedForm } from '#components/needs/need-form';
import { autosaveFor, needFormProps } from '#components/needs/need-choices';
import { UnsavedNotice } from '#components/needs/unsaved-notice';
import { SourceBeside } from '#components/attachments/source-beside';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { sourceOfReview } from '#lib/needs/attachments/queries';
import { quotedAt } from '#lib/needs/attachments/quoted';
import { signedIn } from '#lib/sessions/auth';
import { chaptersOfCycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { autosaveOf } from '#lib/needs/entry/autosave';
import { needById, vocabulary } from '#lib/needs/store/queries';
import { mayEnter } from '#lib/needs/model/rules';
import { needFieldsOf } from '#lib/needs/model/schema';
import { reviewsSeen } from '#lib/needs/reviews/queries';
import { isUuid } from '#lib/text/uuid';
import { ForbiddenPage } from '../../missing-page';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ review?: string; id?: string; quote?: string }>;
};

export default async function NewNeed({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const { review: asked, id: begun, quote } = await searchParams;
  const actor = await signedIn(
    locale,
    `/${locale}/needs/new?${new URLSearchParams({ ...(asked ? { review: asked } : {}), ...(begun ? { id: begun } : {}) })}`,
  );
  if (!['focal-point', 'contributor', 'reviewer'].includes(actor.role))
    return <ForbiddenPage locale={locale} />;
  const reviews = (await reviewsSeen(actor)).filter((review) => mayEnter(actor, review));
  const chosen = reviews.length === 1 ? reviews[0] : reviews.find(({ id }) => id === asked);
  const { form = {}, errors, notice, kept } = answered(locale, t, '/enter');
  const oneOf = (stateCode: string, cycle: 1 | 2) =>
    t('reviews.one', { state: stateName(stateCode, locale), cycle: t(`cycles.${cycle}`) });
  const title = t('form.enterTitle');
  const frame = {
    title,
    site: t('site.name'),
    crumbsLabel: t('site.breadcrumbs'),
    crumbs: [{ href: `/${locale}/needs`, label: t('needs.title') }],
  };

  if (!chosen) {
    return (
      <Page {...frame}>
        <h1>{title}</h1>
        {reviews.length === 0 ? (
          <p className="lead">{t('form.noReview')}</p>
        ) : (
          <>
            <h2>{t('form.chooseReview')}</h2>
            <ul>
              {reviews.map(({ id, stateCode, cycle }) => (
                <li key={id}>
                  <a href={`/${locale}/needs/new?review=${id}`}>{oneOf(stateCode, cycle)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Page>
    );
  }

  const id = textOf(form, 'id') || (begun && isUuid(begun) ? begun : randomUUID());
  if (begun && (await needById(actor, id))) redirect(`/${locale}/needs/${id}/change`);
  const unsaved = 'id' in form ? undefined : await autosaveOf(actor, id);
  const [onlyChapter] = chaptersOfCycle(chosen.cycle);
  const source = await sourceOfReview(actor, chosen.id);
  const blank = {
    chapter: ['chapter' in form ? textOf(form, 'chapter') : (onlyChapter ?? '')],
    language: ['language' in form ? textOf(form, 'language') : locale],
  };
  return (
    <Page
      {...frame}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbs={[
        ...frame.crumbs,
        { href: `/${locale}/reviews/${chosen.id}`, label: oneOf(chosen.stateCode, chosen.cycle) },
      ]}
    >
      <h1>{title}</h1>
      <p className="hint">{t('form.reviewHint')}</p>
      {unsaved ? (
        <UnsavedNotice
          locale={locale}
          t={t}
          id={id}
          by={actor.accountId!}
          savedAt={unsaved.savedAt}
          entered={false}
        />
      ) : null}
      {kept ? (
        <Notice kind="ok">
          <p>{t('form.kept')}</p>
        </Notice>
      ) : null}
      <AnswerNotice problem={t('problem.title')} errors={[]} notice={notice} />
      <SourceBeside locale={locale} t={t} reviewId={chosen.id} source={source}>
        <NeedForm
          {...needFormProps(locale, t, chosen.cycle, await vocabulary(actor), {
            mode: 'enter',
            action: `/${locale}/needs/enter`,
            hidden: { by: actor.accountId!, id, review: chosen.id, sheet: randomUUID() },
            fields: {
              ...(unsaved?.fields ?? needFieldsOf({ ...form, ...blank })),
              ...('quote' in form ? {} : quotedAt(source, quote)),
            },
            errors,
            autosave: autosaveFor(locale, actor, id, 'id' in form),
            alike: alikePanel(locale, t, { review: chosen.id }, null),
          })}
        />
      </SourceBeside>
    </Page>
  );
}

import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { entersNeeds } from '#components/needs/enters-needs';
import { EntryBarrierNotice } from '#components/reviews/entry-barrier';
import { reviewName } from '#components/reviews/review-name';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { needById } from '#lib/needs/store/queries';
import { reviewsToEnter } from '#lib/needs/reviews/entry-barriers';
import { ForbiddenPage } from '../../missing-page';
import { ChooseReview } from './choose-review';
import { EntryForm } from './entry-form';
import { idOfEntry, loadEntry, type EntryQuery } from './load-entry';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<EntryQuery> };

/** The address of this page, to return to after signing in. */
const addressOf = (locale: Locale, { review, id }: EntryQuery) =>
  `/${locale}/needs/new?${new URLSearchParams({ ...(review ? { review } : {}), ...(id ? { id } : {}) })}`;

export default async function NewNeed({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const query = await searchParams;
  const actor = await requireSignIn(locale, addressOf(locale, query));
  if (!entersNeeds(actor)) return <ForbiddenPage locale={locale} />;
  const entries = await reviewsToEnter(actor);
  const entry =
    entries.length === 1 ? entries[0] : entries.find(({ review }) => review.id === query.review);
  const title = t('form.enterTitle');
  const frame = { title, site: t('site.name'), crumbsLabel: t('site.breadcrumbs') };
  const crumbs = [{ href: `/${locale}/needs`, label: t('needs.title') }];
  if (!entry) {
    return (
      <Page {...frame} crumbs={crumbs}>
        <h1>{title}</h1>
        <ChooseReview locale={locale} t={t} entries={entries} />
      </Page>
    );
  }
  const { review, barrier, declared } = entry;

  const answer = formResult(locale, t, '/enter');
  const { form, errors } = answer;
  const id = idOfEntry(form, query);
  // One form, one need: who goes back to this address after saving comes to the need.
  if (!id) {
    const named = { ...query, review: review.id, id: randomUUID() };
    redirect(`/${locale}/needs/new?${new URLSearchParams(named)}`);
  }
  if (query.id && (await needById(actor, id))) redirect(`/${locale}/needs/${id}/change`);
  const loaded = await loadEntry(locale, actor, entry, id, form, query);
  // What was typed before the review was closed or declared stays in sight.
  const isFormShown = !barrier || loaded.wasSent || loaded.autosave !== undefined;
  const reviewCrumb = {
    href: `/${locale}/reviews/${review.id}`,
    label: reviewName(locale, t, review),
  };
  return (
    <Page
      {...frame}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbs={[...crumbs, reviewCrumb]}
    >
      <h1>{title}</h1>
      {barrier ? <EntryBarrierNotice {...{ locale, t, review, barrier }} withLink /> : null}
      {isFormShown ? (
        <EntryForm {...{ locale, t, actor, review, declared, id, entry: loaded, answer }} />
      ) : null}
    </Page>
  );
}

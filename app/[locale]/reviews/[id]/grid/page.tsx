import { NeedGrid } from '#components/needs/need-grid';
import { EntryBarrierNotice } from '#components/reviews/entry-barrier';
import { reviewCrumbs } from '#components/reviews/review-name';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { NumberedPagination } from '#components/ui/numbered-pagination';
import { Confirmation, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import { translator, type Translate } from '#lib/text/i18n';
import { entryToReview } from '#lib/needs/reviews/entry-barriers';
import { gridPage } from '#lib/needs/entry/grid';
import { gridRowOf, parseGridRows } from '#lib/needs/model/grid-row';
import type { NeedOfReview } from '#lib/needs/store/review-needs';
import { vocabulary } from '#lib/needs/store/queries';
import { refusedPage } from '../../../missing-page';
import { errorsOfGrid, gridErrorSummary, gridNames } from './grid-errors';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const numberIn = (value: unknown, pattern: RegExp): number | undefined =>
  pattern.test(String(value)) ? Number(value) : undefined;

/** The rows that were sent, also those that have left this page since; otherwise the stored ones. */
function entriesOf(
  form: FormFields,
  needs: readonly NeedOfReview[],
  all: ReadonlyMap<string, NeedOfReview>,
) {
  const sent = parseGridRows(form).filter((row) => all.has(row.id));
  const stored = needs.map((need) => gridRowOf(need.id, need.version, need.content));
  const rows = sent.length > 0 ? sent : stored;
  return rows.map((row) => ({ row, need: all.get(row.id)! }));
}

/** That rows were saved, and where their drafts are. */
const Saved = ({
  locale,
  t,
  id,
  saved,
}: Readonly<{ locale: Locale; t: Translate; id: string; saved: number }>) => (
  <Confirmation>
    {t('grid.saved', { n: saved })}{' '}
    <a href={`/${locale}/reviews/${id}#drafts`}>{t('drafts.open')}</a>
  </Confirmation>
);

export default async function EditInGrid({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const query = await searchParams;
  const here = `/${locale}/reviews/${id}/grid`;
  const actor = await requireSignIn(locale, here);
  const wanted = numberIn(query.page, /^[1-9]\d{0,4}$/) ?? 1;
  const found = await gridPage(actor, { reviewId: id, page: wanted });
  if (!found.ok) return refusedPage(locale, found.failure);
  const { review, needs, all, page, pages } = found.value;

  const { form, notice, isRestored: kept } = formResult(locale, t, '/save');
  const entries = entriesOf(form ?? {}, needs, all);
  const { errors, changedRows } = errorsOfGrid(locale, t, form !== undefined);
  const names = gridNames(t);
  const summary = gridErrorSummary(t, errors, entries, names);
  const { barrier } = await entryToReview(actor, review);
  const isClosed = barrier === 'closed';
  const title = t('grid.title');
  const saved = numberIn(query.saved, /^\d{1,4}$/);
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={reviewCrumbs(locale, t, review)}
    >
      <h1>{title}</h1>
      {saved !== undefined && !form ? <Saved {...{ locale, t, id, saved }} /> : null}
      {kept ? <Confirmation>{t('form.kept')}</Confirmation> : null}
      <FormResultNotice problem={t('problem.title')} errors={summary} notice={notice} />
      {barrier && (isClosed || entries.length === 0) ? (
        <EntryBarrierNotice {...{ locale, t, review, barrier }} withLink />
      ) : (
        <p className="lead">{t('grid.lead')}</p>
      )}
      {entries.length === 0 ? (
        <p>{t('grid.empty')}</p>
      ) : (
        <NeedGrid
          {...{ locale, t, page, entries, changedRows, names, errors }}
          action={`${here}/save`}
          by={actor.accountId!}
          vocabulary={await vocabulary(actor)}
        />
      )}
      <NumberedPagination
        {...{ locale, t, page, pages }}
        addressOf={(number) => `${here}?page=${number}`}
      />
    </Page>
  );
}

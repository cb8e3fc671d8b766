import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { MissingPage } from '../../../missing-page';
import type { SummaryParams } from '../../read-summary';
import { readFigure } from '../read-figure';

/** One figure by itself, as it is now or as it was at the revision that the address names. */
export default async function OneFigure({
  params,
  searchParams,
}: SummaryParams<{ figure: string }>) {
  const { locale, figure } = await params;
  const found = await readFigure(locale, figure, await searchParams);
  if (!found) return <MissingPage locale={locale} />;
  const {
    reading: {
      view: { t, chapter, query },
    },
    summary: { asked, errors, without },
    element,
    caption,
    source,
  } = found;
  return (
    <Page
      title={caption}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/summaries${query}`, label: t('summaries.title', { chapter }) }]}
    >
      <h1>{t('figure.one')}</h1>
      <ErrorSummary
        title={t('problem.title')}
        errors={errors.map(({ text }) => ({ field: '', text }))}
      />
      <p className="said">
        {source}
        {asked.revision === null ? null : (
          <>
            {' '}
            <a href={without('revision')}>{t('figure.asItIsNow')}</a>
          </>
        )}
      </p>
      {element}
    </Page>
  );
}

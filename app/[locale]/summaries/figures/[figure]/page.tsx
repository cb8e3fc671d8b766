import { Figure } from '#components/summaries/figures/figure';
import { TableFigure } from '#components/summaries/figures/table-figure';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { MissingPage } from '../../../missing-page';
import type { SummaryParams } from '../../read-summary';
import { readFigure } from '../read-figure';

/** One figure, with today's numbers or those of the revision in the address. */
export default async function OneFigure({
  params,
  searchParams,
}: SummaryParams<{ figure: string }>) {
  const { locale, figure } = await params;
  const found = await readFigure(locale, figure, await searchParams);
  if (!found) return <MissingPage locale={locale} />;
  const { view, filter, figure: data, source } = found;
  const { t, chapter, query } = view;
  const { asked, errors, without } = filter;
  const FigureKind = data.chart ? Figure : TableFigure;
  return (
    <Page
      title={data.caption}
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
      <FigureKind {...view} figure={data} />
    </Page>
  );
}

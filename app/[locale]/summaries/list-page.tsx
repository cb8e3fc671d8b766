import type { ReactNode } from 'react';
import { Said } from '#components/summaries/said';
import { ErrorSummary } from '#components/ui/error-summary';
import { Page } from '#components/ui/page';
import { summaryQuery } from '#lib/counting/summaries/asked';
import { unseenSummaries } from '#lib/counting/summaries/page-queries';
import type { Reading } from './reading';

type Props = Readonly<{
  reading: Reading;
  title: string;
  place: 'needs' | 'states' | 'completed';
  children: ReactNode;
}>;

/**
 * The frame of the lists behind numbers: what was counted, said as a sentence, the way back, and
 * how many summaries the reader does not see.
 */
export function ListPage({
  reading: { actor, question, shown, said, words },
  title,
  place,
  children,
}: Props) {
  const { locale, t, chapter } = shown;
  const home = `/${locale}/summaries`;
  const saying = said(`${home}/${place}`, [], words);
  const unseen = unseenSummaries(actor, question);
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={saying.errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        {
          href:
            home +
            summaryQuery(question.asked, { row: undefined, with: undefined, since: undefined }),
          label: t('summaries.title', { chapter }),
        },
      ]}
    >
      <h1>{title}</h1>
      <ErrorSummary title={t('problem.title')} errors={saying.errors} />
      {saying.errors.length > 0 ? <p className="note">{t('seen.kept')}</p> : null}
      <Said {...saying} />
      {children}
      {unseen > 0 ? <p className="note">{t('seen.unpublished', { count: unseen })}</p> : null}
    </Page>
  );
}

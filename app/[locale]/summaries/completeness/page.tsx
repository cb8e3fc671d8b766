import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { Table } from '#components/summaries/table';
import { regionName } from '#lib/convention/regions';
import { formatNumber } from '#lib/format';
import { progressOfAll, seesProgress } from '#lib/progress/queries';
import { known } from '#lib/summaries/completeness';
import { byRegion } from '#lib/summaries/progress';
import { completenessAsked } from '#lib/summaries/queries';
import { MissingPage } from '../../missing-page';
import { readSummary, type SummaryParams } from '../reading';
import { SummaryPage } from '../summary-page';

export default async function CompletenessSummary({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, question, shown } = reading;
  const { t, chapter } = shown;
  const rows = completenessAsked(actor, question);
  const progress = seesProgress(actor) ? byRegion((await progressOfAll(actor)).filter(({ cycle }) => cycle === question.asked.cycle)) : [];
  return (
    <SummaryPage reading={reading} title={t('completeness.title', { chapter })} place="completeness">
      <h2>{t('completeness.needs')}</h2>
      <Table caption={t('completeness.caption')} heads={[t('summaries.region'), t('summaries.summariesColumn'), t('summaries.needsColumn'), ...known.map((name) => t(`completeness.known.${name}`))]} note={t('completeness.note')}>
        {rows.map(({ region, summaries, needs, shares }) => (
          <tr key={region ?? 'all'}>
            <th scope="row">{region ? regionName(region, locale) : t('summaries.all')}</th><NumberCell locale={locale} n={summaries} /><NumberCell locale={locale} n={needs} sum />
            {known.map((name) => <ShareCell key={name} locale={locale} share={shares[name]} />)}
          </tr>
        ))}
      </Table>
      {progress.length > 0 ? (
        <>
          <h2>{t('completeness.reviews')}</h2>
          <Table caption={t('completeness.reviews')} heads={[t('summaries.region'), t('completeness.opened'), t('progress.entered'), t('statuses.approved'), t('progress.unanswered')]} note={t('completeness.staffNote')}>
            {progress.map(({ region, reviews, entered, byStatus, unanswered }) => (
              <tr key={region}><th scope="row">{regionName(region, locale)}</th><NumberCell locale={locale} n={reviews} /><NumberCell locale={locale} n={entered} /><NumberCell locale={locale} n={byStatus.approved ?? 0} /><td>{formatNumber(locale, unanswered)}</td></tr>
            ))}
          </Table>
          <p><a href={`/${locale}/progress`}>{t('progress.title')}</a></p>
        </>
      ) : null}
    </SummaryPage>
  );
}

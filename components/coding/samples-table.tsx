import { Table } from '#components/summaries/table';
import type { SampleView } from '#lib/review/coding/sample-queries';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { formatInstant, formatNumber, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Of = Pick<SampleView, 'drawnFrom' | 'cycle' | 'chapter' | 'region'>;

/** Returns what a sample was drawn from, in the reader's language. */
export const sampleSource = (
  locale: Locale,
  t: Translate,
  { drawnFrom, cycle, chapter, region }: Of,
): string =>
  [
    t(`secondCoding.from.${drawnFrom}`),
    t(`cycles.${cycle === 1 ? 1 : 2}`),
    chapter ? t('provisions.chapter', { chapter }) : t('secondCoding.allChapters'),
    region ? regionName(region, locale) : t('summaries.allRegions'),
  ].join(' · ');

export function SamplesTable({
  locale,
  t,
  samples,
}: Readonly<{ locale: Locale; t: Translate; samples: readonly SampleView[] }>) {
  return (
    <Table
      labelledBy="samples"
      heads={[
        t('secondCoding.seed'),
        t('secondCoding.drawnAt'),
        t('secondCoding.drawnFrom'),
        t('secondCoding.share'),
        t('secondCoding.progress'),
      ].map((head) => (
        <span key={head} className="words">
          {head}
        </span>
      ))}
    >
      {samples.map((sample) => (
        <tr key={sample.id}>
          <th scope="row">
            <a href={`/${locale}/coding/samples/${sample.id}`}>
              <bdi>{sample.seed}</bdi>
            </a>
          </th>
          <td className="words">
            {t('secondCoding.drawnBy', { name: sample.by, at: formatInstant(locale, sample.at) })}
          </td>
          <td className="words">{sampleSource(locale, t, sample)}</td>
          <td>
            {formatPercent(locale, sample.share)} · {formatNumber(locale, sample.size)}
          </td>
          <td className="words">
            {t('secondCoding.codedOf', { coded: sample.coded, wanted: sample.wanted })}
          </td>
        </tr>
      ))}
    </Table>
  );
}

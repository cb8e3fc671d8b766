import { AgreementTable } from '#components/coding/agreement-table';
import { CategoryAgreement, ConfusionTable } from '#components/coding/category-tables';
import { DifferencesTable } from '#components/coding/differences-table';
import { sampleSource } from '#components/coding/samples-table';
import { Facts } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { Vocabulary } from '#lib/needs/store/queries';
import { replicates } from '#lib/review/coding/bootstrap';
import type { AgreementFigures } from '#lib/review/coding/agreement';
import type { Difference } from '#lib/review/coding/difference-queries';
import type { SampleView } from '#lib/review/coding/sample-queries';
import { formatInstant, formatNumber, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Common = Readonly<{ locale: Locale; t: Translate }>;

/** How the sample was drawn. */
export function SampleFacts({ locale, t, sample }: Common & { sample: SampleView }) {
  const { size, population, withoutText, share, seed, revision, coders, by, at } = sample;
  const drawnBy = t('secondCoding.drawnBy', { name: by, at: formatInstant(locale, at) });
  const left = { term: t('secondCoding.withoutText'), value: formatNumber(locale, withoutText) };
  return (
    <Facts
      facts={[
        { term: t('secondCoding.drawnFrom'), value: sampleSource(locale, t, sample) },
        { term: t('secondCoding.size'), value: t('secondCoding.sizeOf', { size, population }) },
        ...(withoutText > 0 ? [left] : []),
        { term: t('secondCoding.share'), value: formatPercent(locale, share) },
        { term: t('secondCoding.seed'), value: <bdi>{seed}</bdi> },
        { term: t('secondCoding.revision'), value: formatNumber(locale, revision) },
        { term: t('secondCoding.coders'), value: formatNumber(locale, coders) },
        { term: t('secondCoding.drawnAt'), value: drawnBy },
      ]}
    />
  );
}

type Measured = Common & Readonly<{ figures: AgreementFigures; vocabulary: Vocabulary }>;

/** The measures of agreement and how they are computed. */
const Agreement = ({ locale, t, figures, vocabulary }: Measured) => (
  <>
    <AgreementTable
      locale={locale}
      t={t}
      figures={figures}
      tagName={(code) => vocabulary.tags.find((tag) => tag.code === code)?.names[locale] ?? code}
    />
    <details className="act">
      <summary>{t('secondCoding.how')}</summary>
      <p className="prose">{t('secondCoding.howText', { replicates })}</p>
    </details>
    <h2 id="by-category">{t('secondCoding.byCategory')}</h2>
    <p className="hint">{t('secondCoding.byCategoryNote')}</p>
    <CategoryAgreement locale={locale} t={t} figures={figures} />
    <h2 id="confusion">{t('secondCoding.confusion')}</h2>
    <p className="hint">{t('secondCoding.confusionNote')}</p>
    <ConfusionTable locale={locale} t={t} figures={figures} />
  </>
);

/** How far the codings agree, once there are any. */
export const SampleAgreement = ({
  figures,
  ...common
}: Omit<Measured, 'figures'> & { figures: AgreementFigures | null }) => (
  <>
    <h2 id="agreement">{common.t('secondCoding.agreement')}</h2>
    {figures ? (
      <Agreement {...common} figures={figures} />
    ) : (
      <p>{common.t('secondCoding.agreementNone')}</p>
    )}
  </>
);

/** The needs whose codings differ. */
export const SampleDifferences = ({
  locale,
  t,
  differences,
}: Common & { differences: readonly Difference[] }) => (
  <>
    <h2 id="differences">{t('secondCoding.differences')}</h2>
    {differences.length === 0 ? (
      <p>{t('secondCoding.noDifferences')}</p>
    ) : (
      <DifferencesTable locale={locale} t={t} labelledBy="differences" differences={differences} />
    )}
  </>
);

import { Table } from '#components/summaries/table';
import type { Estimate } from '#lib/review/coding/bootstrap';
import type { Agreement, AgreementFigures } from '#lib/review/coding/agreement';
import type { Locale } from '#lib/convention/names';
import { formatCoefficient, formatNumber, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate }>;
const shareOf = (locale: Locale) => (value: number | null) =>
  formatPercent(locale, value === null ? null : Math.floor(value * 100 + 0.5));

/** A measure with its confidence interval. */
export function MeasureCell({
  locale,
  t,
  measure: { value, low, high },
  percent = false,
}: Props & { measure: Estimate; percent?: boolean }) {
  const format = percent
    ? shareOf(locale)
    : (number: number | null) => formatCoefficient(locale, number);
  return (
    <td>
      <bdi>{format(value)}</bdi>
      {low === null || high === null ? null : (
        <span className="bounds">
          {t('secondCoding.interval', { low: format(low), high: format(high) })}
        </span>
      )}
    </td>
  );
}

/** The agreement of the codings on each variable. */
export function AgreementTable({
  locale,
  t,
  figures,
  tagName,
}: Props & { figures: AgreementFigures; tagName: (code: string) => string }) {
  const row = (name: string, { needs, percent, kappa, alpha }: Agreement) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{formatNumber(locale, needs)}</td>
      <MeasureCell locale={locale} t={t} measure={percent} percent />
      <MeasureCell locale={locale} t={t} measure={kappa} />
      <MeasureCell locale={locale} t={t} measure={alpha} />
    </tr>
  );
  const [, , , sets] = figures.variables;
  const heads = [
    t('secondCoding.variable'),
    t('secondCoding.needsCompared'),
    t('secondCoding.percent'),
    t('secondCoding.kappa'),
    t('secondCoding.alpha'),
  ];
  return (
    <Table labelledBy="agreement" heads={heads}>
      {figures.variables.map(({ name, ...agreement }) =>
        row(t(`secondCoding.variables.${name}`), agreement),
      )}
      <tr>
        <th scope="row">{t('secondCoding.tagOverlap')}</th>
        <td>{formatNumber(locale, sets!.needs)}</td>
        <MeasureCell locale={locale} t={t} measure={figures.tagOverlap} percent />
        <td>–</td>
        <td>–</td>
      </tr>
      {figures.tags.map(({ tag, ...agreement }) =>
        row(t('secondCoding.oneTag', { tag: tagName(tag) }), agreement),
      )}
    </Table>
  );
}

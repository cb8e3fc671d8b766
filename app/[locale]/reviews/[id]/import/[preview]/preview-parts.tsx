import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { rowOutcomes } from '#lib/needs/imports/pipeline/row-plan';
import type { NeedsPreview as Preview } from '#lib/needs/imports/needs/previews';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Common = Readonly<{ locale: Locale; t: Translate; preview: Preview }>;

/** How many rows of the file are new, changed, the same and wrong. */
export const PreviewTotals = ({ locale, t, preview: { counts } }: Common) => (
  <dl className="totals">
    {rowOutcomes.map((outcome) => (
      <div key={outcome}>
        <dt>{t(`imports.outcomes.${outcome}`)}</dt>
        <dd>{formatNumber(locale, counts[outcome])}</dd>
      </div>
    ))}
  </dl>
);

type ConfirmProps = Omit<Common, 'locale'> &
  Readonly<{ by: string; action: string; importAddress: string }>;

/** The form that confirms the import, or why there is nothing to confirm. */
export function ConfirmImport({ t, preview, by, action, importAddress }: ConfirmProps) {
  const { counts, fingerprint } = preview;
  const again = <a href={importAddress}>{t('imports.again')}</a>;
  if (counts.wrong > 0) {
    return (
      <Notice kind="warn">
        <p>{t('imports.mend')}</p>
        <p>{again}</p>
      </Notice>
    );
  }
  if (counts.new + counts.changed === 0) {
    return (
      <Notice>
        <p>{t('imports.nothing')}</p>
      </Notice>
    );
  }
  return (
    <form method="post" action={action}>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="fingerprint" value={fingerprint} />
      <p className="hint">{t('imports.confirmHint')}</p>
      <div className="buttons">
        <button className="button">{t('imports.confirm')}</button>
        {again}
      </div>
    </form>
  );
}

type TabsProps = Common & Readonly<{ view: string; addressOf: (view: string) => string }>;

/** The rows of the file by what becomes of them. */
export function PreviewTabs({ locale, t, preview: { counts, plan }, view, addressOf }: TabsProps) {
  const tabs = [
    ...rowOutcomes.map((outcome) => ({
      key: outcome as string,
      label: t(`imports.outcomes.${outcome}`),
      count: counts[outcome],
    })),
    { key: 'all', label: t('imports.all'), count: plan.length },
  ];
  return (
    <nav aria-label={t('imports.show')}>
      <ul className="tabs">
        {tabs.map(({ key, label, count }) => (
          <li key={key}>
            <a href={addressOf(key)} aria-current={key === view ? 'page' : undefined}>
              {label} ({formatNumber(locale, count)})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

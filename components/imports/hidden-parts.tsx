import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

const mostNamed = 20;

/** Says which rows and columns of a file its spreadsheet hides: they are imported like the others. */
export function HiddenParts({
  locale,
  t,
  lines,
  columns,
}: Readonly<{
  locale: Locale;
  t: Translate;
  lines: readonly number[];
  columns: readonly string[];
}>) {
  if (lines.length + columns.length === 0) return null;
  const named = [
    ...lines.slice(0, mostNamed).map(String),
    ...(lines.length > mostNamed ? ['…'] : []),
  ];
  return (
    <Notice kind="warn">
      {lines.length > 0 ? (
        <p>{t('imports.hiddenRows', { count: lines.length, rows: formatList(locale, named) })}</p>
      ) : null}
      {columns.length > 0 ? (
        <p>
          {t('imports.hiddenColumns', {
            count: columns.length,
            columns: formatList(locale, columns),
          })}
        </p>
      ) : null}
    </Notice>
  );
}

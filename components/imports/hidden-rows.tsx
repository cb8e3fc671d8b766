import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

const mostNamed = 20;

/** Says which rows of a file its spreadsheet hides: they are imported like the others. */
export function HiddenRows({
  locale,
  t,
  lines,
}: Readonly<{ locale: Locale; t: Translate; lines: readonly number[] }>) {
  if (lines.length === 0) return null;
  const named = [
    ...lines.slice(0, mostNamed).map(String),
    ...(lines.length > mostNamed ? ['…'] : []),
  ];
  return (
    <Notice kind="warn">
      <p>{t('imports.hiddenRows', { count: lines.length, rows: formatList(locale, named) })}</p>
    </Notice>
  );
}

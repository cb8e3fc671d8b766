import type { Locale } from '#lib/convention/names';
import { formatList, formatNumber } from '#lib/format';
import type { Translate } from '#lib/i18n';
import { rankingOf, withoutAny, type Counted, type Group } from '#lib/summaries/sentences';

/** What a sentence ranks. */
export type RankedKind = 'articles' | 'regions' | 'categories' | 'subcategories' | 'types' | 'topics';
type Props = Readonly<{ locale: Locale; t: Translate; kind: RankedKind; counted: readonly Counted[]; nameOf?: (key: string) => string; /** Whether what has no needs at all is named as well. */ zeros?: boolean }>;

/** The sentence that a writer would write under a figure, made from the numbers of the figure itself. */
export function sentenceOf({ locale, t, kind, counted, nameOf = (key) => key, zeros = false }: Props): string {
  const ranking = rankingOf(counted);
  if (!ranking) return t('sentences.none');
  const said = ({ n, keys }: Group) => t(kind === 'articles' ? 'sentences.article' : 'sentences.named', { count: keys.length, list: formatList(locale, keys.map(nameOf)), n: formatNumber(locale, n) });
  const { first, then, all } = ranking;
  const values = { first: said(first), then: formatList(locale, then.map(said)) };
  const missing = zeros ? withoutAny(counted) : [];
  const sentences = [
    then.length > 0 ? t(`sentences.${kind}.then`, values) : all ? t(`sentences.${kind}.all`, values) : t(`sentences.${kind}.most`, values),
    ...(missing.length > 0 && kind === 'articles' ? [t('sentences.without', { count: missing.length, list: formatList(locale, missing.map(nameOf)) })] : []),
  ];
  // Chinese sentences follow one another without a space.
  return sentences.join(locale === 'zh' ? '' : ' ');
}

import { chapterCodes } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { compareStateNames } from '#lib/convention/states';
import { formatDate, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { rulesOf, type Edition } from '#lib/notes/model/edition';
import type { RenderContext } from '#lib/notes/text/render-placeholder';
import type { EditionFact } from '#lib/notes/model/vocabulary';

/** Looks up the names of terms, States and themes at the edition's revision. */
export type NameLookup = Readonly<
  Record<'term' | 'state' | 'theme', (code: string, locale: Locale) => string>
>;

/** The name of a language in another, capitalised to stand by itself. */
export function languageName(language: Locale, locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

function factOf(
  { cutoff, previousCutoff, symbol, previousSymbol, session, cycle, chapters, agendaItem }: Edition,
  locale: Locale,
  t: Translate,
  fact: EditionFact,
): string | null {
  switch (fact) {
    case 'cutoff':
      return formatDate(locale, cutoff);
    case 'previousCutoff':
      return previousCutoff && formatDate(locale, previousCutoff);
    case 'symbol':
      return symbol || null;
    case 'previousSymbol':
      return previousSymbol || null;
    case 'session':
      return t('notes.facts.session', { session });
    case 'cycle':
      return t('notes.facts.cycle', { cycle: cycle === 1 ? 'first' : 'second' });
    case 'chapters':
      return t('notes.facts.chapters', {
        count: chapters.length,
        list: formatList(
          locale,
          chapterCodes.filter((chapter) => chapters.includes(chapter)),
        ),
      });
    case 'agendaItem':
      return agendaItem || null;
  }
}

export const renderContext = ({
  edition,
  names,
  locale,
  t,
  ...own
}: Readonly<{ edition: Edition; names: NameLookup; locale: Locale; t: Translate }> &
  Pick<RenderContext, 'href' | 'reference' | 'footnote'>): RenderContext => ({
  locale,
  t,
  cycle: edition.cycle,
  fact: (fact) => factOf(edition, locale, t, fact),
  termName: (code) => names.term(code, locale),
  stateNames: (codes) => {
    const found = codes.map((code) => names.state(code, locale));
    return rulesOf(edition) > 1 ? found.toSorted(compareStateNames(locale)) : found;
  },
  themeName: (code) => names.theme(code, locale),
  ...own,
});

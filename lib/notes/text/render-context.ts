import 'server-only';
import type { Locale } from '#lib/convention/names';
import { compareStateNames } from '#lib/convention/states';
import { rulesOf, type Edition } from '#lib/notes/model/edition';
import type { RenderContext } from '#lib/notes/text/render-placeholder';
import type { Wording } from '#lib/notes/text/wording';
import type { EditionFact } from '#lib/notes/model/vocabulary';

/** Looks up the names of terms, States and themes at the edition's revision. */
export type NameLookup = Readonly<
  Record<'term' | 'state' | 'theme', (code: string, locale: Locale) => string>
>;

function factOf(
  { cutoff, previousCutoff, symbol, previousSymbol, session, cycle, chapters, agendaItem }: Edition,
  wording: Wording,
  fact: EditionFact,
): string | null {
  const { t, date } = wording;
  switch (fact) {
    case 'cutoff':
      return date(cutoff);
    case 'previousCutoff':
      return previousCutoff && date(previousCutoff);
    case 'symbol':
      return symbol || null;
    case 'previousSymbol':
      return previousSymbol || null;
    case 'session':
      return t('notes.facts.session', { session: wording.session(session) });
    case 'cycle':
      return t('notes.facts.cycle', { cycle: cycle === 1 ? 'first' : 'second' });
    case 'chapters':
    case 'chaptersOf':
    case 'chaptersTo':
      return t(`notes.facts.${fact}`, {
        count: chapters.length,
        list: wording.chapters(chapters),
      });
    case 'agendaItem':
      return agendaItem || null;
  }
}

export const renderContext = ({
  edition,
  names,
  wording,
  ...own
}: Readonly<{ edition: Edition; names: NameLookup; wording: Wording }> &
  Pick<RenderContext, 'href' | 'reference' | 'footnote'>): RenderContext => {
  const { locale, t } = wording;
  return {
    locale,
    t,
    wording,
    cycle: edition.cycle,
    fact: (fact) => factOf(edition, wording, fact),
    termName: (code) => names.term(code, locale),
    stateNames: (codes) => {
      const found = codes.map((code) => names.state(code, locale));
      return rulesOf(edition) > 1 ? found.toSorted(compareStateNames(locale)) : found;
    },
    themeName: (code) => names.theme(code, locale),
    ...own,
  };
};

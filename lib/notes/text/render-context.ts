import { chapterCodes, chapterTitle, type Chapter } from '#lib/convention/chapters';
import { conferencePlace, conferenceSession } from '#lib/convention/conference-sessions';
import type { Locale } from '#lib/convention/names';
import { compareStateNames } from '#lib/convention/states';
import { formatDate, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { rulesOf, type Edition } from '#lib/notes/model/edition';
import type { NoteCounts } from '#lib/notes/model/evaluate';
import type { RenderContext } from '#lib/notes/text/render-placeholder';
import type { EditionFact, StandingParts, standingFacts } from '#lib/notes/model/vocabulary';

/** Looks up the names of terms, States and themes at the edition's revision. */
export type NameLookup = Readonly<
  Record<'term' | 'state' | 'theme', (code: string, locale: Locale) => string>
>;

/** The name of a language in another, capitalised to stand by itself. */
export function languageName(language: Locale, locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

const chaptersFact = (chapters: readonly Chapter[], locale: Locale, t: Translate): string =>
  t('notes.facts.chapters', {
    count: chapters.length,
    list: formatList(
      locale,
      chapterCodes.filter((chapter) => chapters.includes(chapter)),
    ),
  });

function factOf(
  {
    cutoff,
    previousCutoff,
    symbol,
    previousSymbol,
    session,
    cycle,
    chapters,
    agendaItem,
    standing,
  }: Edition,
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
      return chaptersFact(chapters, locale, t);
    case 'agendaItem':
      return agendaItem || null;
    default:
      return standingFact(standing ?? null, locale, t, fact);
  }
}

/** The dates and place of a session of the Conference that has been held. */
function sessionHeld(session: number, locale: Locale, t: Translate): string | null {
  const found = conferenceSession(session);
  return found
    ? t('noteParts.held', {
        place: conferencePlace(found, locale),
        from: formatDate(locale, found.from),
        until: formatDate(locale, found.until),
      })
    : null;
}

/** A fact of the standing parts; null where it is not given. */
function standingFact(
  standing: StandingParts | null,
  locale: Locale,
  t: Translate,
  fact: (typeof standingFacts)[number],
): string | null {
  if (!standing) return null;
  const { agendaSymbol, readSymbol, sinceSession, nextChapters, nextSession } = standing;
  const ordinal = (session: number) => t('noteParts.ordinal', { session: String(session) });
  switch (fact) {
    case 'agendaSymbol':
      return agendaSymbol || null;
    case 'readSymbol':
      return readSymbol || null;
    case 'sinceSession':
      return sinceSession === null ? null : ordinal(sinceSession);
    case 'sinceHeld':
      return sinceSession === null ? null : sessionHeld(sinceSession, locale, t);
    case 'nextSession':
      return nextSession === null ? null : ordinal(nextSession);
    case 'nextChapters':
      return nextChapters.length === 0
        ? null
        : t('noteParts.chapters', {
            chapters: chaptersFact(nextChapters, locale, t),
            titles: formatList(
              locale,
              nextChapters.map((chapter) => chapterTitle(chapter, locale)),
            ),
          });
  }
}

export const renderContext = ({
  edition,
  names,
  counts,
  locale,
  t,
  ...own
}: Readonly<{
  edition: Edition;
  names: NameLookup;
  counts: NoteCounts;
  locale: Locale;
  t: Translate;
}> &
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
  describedActivity: (theme, reference) =>
    counts
      .assistance(theme, counts.hasPrevious)
      .printed.find((each) => each.reference === reference)
      ?.textIn(locale) ?? '',
  ...own,
});

import 'server-only';
import { chapterTitle, type Chapter } from '#lib/convention/chapters';
import { conferencePlace, conferenceSession } from '#lib/convention/conference-sessions';
import type { Locale } from '#lib/convention/names';
import { compareStateNames } from '#lib/convention/states';
import { formatList } from '#lib/text/format';
import { rulesOf, type Edition } from '#lib/notes/model/edition';
import type { NoteCounts } from '#lib/notes/model/evaluate';
import type { RenderContext } from '#lib/notes/text/render-placeholder';
import type { Wording } from '#lib/notes/text/wording';
import type { EditionFact, StandingParts, standingFacts } from '#lib/notes/model/vocabulary';

/** Looks up the names of terms, States and themes at the edition's revision. */
export type NameLookup = Readonly<
  Record<'term' | 'state' | 'theme', (code: string, locale: Locale) => string>
>;

const chaptersFact = (
  chapters: readonly Chapter[],
  { t, chapters: listed }: Wording,
  fact: 'chapters' | 'chaptersOf' | 'chaptersTo',
): string => t(`notes.facts.${fact}`, { count: chapters.length, list: listed(chapters) });

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
      return chaptersFact(chapters, wording, fact);
    case 'agendaItem':
      return agendaItem || null;
    default:
      return standingFact(standing ?? null, wording, fact);
  }
}

/** The dates and place of a session of the Conference that has been held. */
function sessionHeld(session: number, { locale, t, date }: Wording): string | null {
  const found = conferenceSession(session);
  return found
    ? t('noteParts.held', {
        place: conferencePlace(found, locale),
        from: date(found.from),
        until: date(found.until),
      })
    : null;
}

/** A fact of the standing parts; null where it is not given. */
function standingFact(
  standing: StandingParts | null,
  wording: Wording,
  fact: (typeof standingFacts)[number],
): string | null {
  if (!standing) return null;
  const { locale, t } = wording;
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
      return sinceSession === null ? null : sessionHeld(sinceSession, wording);
    case 'nextSession':
      return nextSession === null ? null : ordinal(nextSession);
    case 'nextChapters':
      return nextChapters.length === 0
        ? null
        : t('noteParts.chapters', {
            chapters: chaptersFact(nextChapters, wording, 'chapters'),
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
  wording,
  ...own
}: Readonly<{ edition: Edition; names: NameLookup; counts: NoteCounts; wording: Wording }> &
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
      const found = codes.map((code) => wording.state(code, names.state(code, locale)));
      return rulesOf(edition) > 1 ? found.toSorted(compareStateNames(locale)) : found;
    },
    themeName: (code) => names.theme(code, locale),
    describedActivity: (theme, reference) =>
      counts
        .assistance(theme, counts.hasPrevious)
        .printed.find((each) => each.reference === reference)
        ?.textIn(locale) ?? '',
    ...own,
  };
};

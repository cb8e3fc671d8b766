import 'server-only';
import { and, gt, isNull, lte, or } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { read } from '#db/client';
import { subcategory, tag, topic, type } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Locale, Names as InLanguages } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { dateToNumber, dayAfter, today } from '#lib/text/dates';
import { summaryParametersOf, type EditionScope } from '#lib/notes/model/list-addresses';
import { assistanceAt, themeName } from '#lib/notes/store/assistance';
import { lastPublicationDay } from '#lib/notes/store/counted-summaries';
import { rulesOf, type Edition } from '#lib/notes/model/edition';
import type { NoteCounts } from '#lib/notes/model/evaluate';
import type { NameLookup } from '#lib/notes/text/render-context';
import { globalSingleton } from '#lib/base/global-singleton';
import { count } from '#lib/counting/count/count';
import type { ValueFilter } from '#lib/notes/model/vocabulary';
import type { ComparisonSide } from '#lib/counting/comparisons/compare';
import type { CountedVocabulary } from '#lib/counting/facts/facts';
import { currentFacts, currentRevision, pastFacts } from '#lib/counting/facts/load';
import type { Count } from '#lib/counting/count/count-types';
import type { Filter } from '#lib/counting/filter/filter';
import { filterFor } from '#lib/counting/summaries/queries';

type CountedEdition = Pick<
  Edition,
  'audience' | 'cycle' | 'chapters' | 'cutoff' | 'documentDate' | 'previousCutoff'
> &
  Partial<Pick<Edition, 'frozenAt' | 'revision' | 'publicRevision' | 'rules'>>;
export type RegisterSnapshot = Readonly<{
  counts: NoteCounts;
  /** The revision that readers are told: of a frozen edition, that of the last public change. */
  revision: number;
  scope: EditionScope;
  names: NameLookup;
  /** The terms in force. */
  vocabulary: CountedVocabulary;
  /** The facts and the filter of a count, for comparing two editions. */
  sideOf: (filter: ValueFilter) => ComparisonSide;
}>;

const scopeOf = (
  { audience, publicRevision, cycle, chapters, cutoff, previousCutoff }: CountedEdition,
  revision: number | null,
): EditionScope => ({
  // The links of an edition frozen before there were such lists are in its checksum.
  publishedOnly: audience === 'public' && (revision === null || typeof publicRevision === 'number'),
  cycle,
  chapters,
  cutoff,
  since: previousCutoff && dayAfter(previousCutoff),
  revision,
});

/** Reads the names of terms at a revision; a code without a name stands for itself. */
async function namesAt(revision: number): Promise<NameLookup> {
  const terms = new Map<string, InLanguages>();
  for (const table of [subcategory, topic, type, tag]) {
    const rows = await read()
      .select({ code: table.code, names: table.names })
      .from(table)
      .where(and(lte(table.fromSeq, revision), or(isNull(table.toSeq), gt(table.toSeq, revision))));
    for (const { code, names } of rows) terms.set(code, names);
  }
  return {
    term: (code, locale: Locale) => terms.get(code)?.[locale] ?? code,
    state: stateName,
    theme: themeName,
  };
}

/**
 * The cached counts of a revision and scope, by filter. A page of a note needs about two hundred, and
 * the next page the same ones.
 */
function cachedCounts(name: string): Map<string, Count> {
  const kept = globalSingleton(
    'note-counts',
    () => new LRUCache<string, Map<string, Count>>({ max: maxCachedScopes }),
  );
  const own = kept.get(name) ?? new Map<string, Count>();
  kept.set(name, own);
  return own;
}
const maxCachedScopes = 3;

/**
 * Returns which completed summaries an edition counts, whoever reads it: those that were published
 * by `day`, or all if it is for the Group alone.
 */
const countedSummaries =
  ({ audience }: CountedEdition, day: number): Filter['sees'] =>
  ({ publishedOn }) =>
    audience === 'group' || (publishedOn > 0 && publishedOn <= day);

/** After so many tries work is taken as it is, while others keep writing: the next view is right. */
const mostTries = 3;

/**
 * Runs `work` with a snapshot of the register as an edition counts it, at a revision or (null) at the
 * present one. Work that lets others have their turn is done again where the register has moved on
 * meanwhile, so that all its counts are of one revision. The caller has checked who may see the
 * edition.
 */
export async function withRegisterSnapshot<T>(
  actor: Actor,
  edition: CountedEdition,
  revision: number | null,
  work: (register: RegisterSnapshot) => T | Promise<T>,
): Promise<T> {
  const told = revision === null ? null : (edition.publicRevision ?? revision);
  const scope = scopeOf(edition, told);
  for (let tries = 1; ; tries += 1) {
    const at = revision ?? (await currentRevision());
    const [names, assisted] = [
      await namesAt(at),
      await assistanceAt(actor, at, edition, rulesOf(edition)),
    ];
    const facts = revision === null ? await currentFacts() : await pastFacts(revision);
    if (facts.revision !== at) continue;
    const day = today();
    const lastDay = lastPublicationDay(edition);
    const known = cachedCounts(JSON.stringify([at, day, scope, edition.audience, lastDay]));
    const sees = countedSummaries(edition, dateToNumber(lastDay));
    const filterOf = (filter: ValueFilter, until: string | null = null) => ({
      ...filterFor(actor, summaryParametersOf(scope, filter, until), day),
      sees,
    });
    const ask: NoteCounts['count'] = (filter, when) => {
      const key = JSON.stringify([filter, when]);
      const found =
        known.get(key) ??
        count(facts, filterOf(filter, when === 'before' ? edition.previousCutoff : null));
      known.set(key, found);
      return found;
    };
    const result = await work({
      counts: {
        chapters: edition.chapters,
        hasPrevious: edition.previousCutoff !== null,
        count: ask,
        assistance: assisted,
      },
      revision: told ?? at,
      scope,
      names,
      vocabulary: facts.vocabulary,
      sideOf: (filter) => ({ facts, filter: filterOf(filter) }),
    });
    if (facts.revision === at || tries === mostTries) return result;
  }
}

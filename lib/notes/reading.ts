import 'server-only';
import { and, gt, isNull, lte, or } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { read } from '#db/client';
import { subcategory, tag, topic, type } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Locale, Names as InLanguages } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { dayAfter, today } from '#lib/text/dates';
import { askedOf, type EditionScope } from '#lib/notes/addresses';
import { assistedAt, themeName } from '#lib/notes/assistance';
import type { Edition } from '#lib/notes/edition';
import type { Reading } from '#lib/notes/model/evaluate';
import type { Names } from '#lib/notes/in-language';
import { processWide } from '#lib/base/process-wide';
import { count } from '#lib/counting/summaries/count';
import type { Narrowing } from '#lib/notes/model/vocabulary';
import type { Side } from '#lib/counting/summaries/compare';
import type { CountedVocabulary } from '#lib/counting/summaries/facts';
import { currentFacts, currentRevision, pastFacts } from '#lib/counting/summaries/load';
import type { Count } from '#lib/counting/summaries/numbers';
import { filterFor } from '#lib/counting/summaries/queries';

type Counted = Pick<Edition, 'cycle' | 'chapters' | 'cutoff' | 'documentDate' | 'previousCutoff'>;
export type RegisterRead = Readonly<{
  reading: Reading;
  revision: number;
  scope: EditionScope;
  names: Names;
  /** The terms in force. */ vocabulary: CountedVocabulary;
  /** The facts and the filter of a count, for what compares two registers. */ side: (
    narrowing: Narrowing,
  ) => Side;
}>;

const scopeOfEdition = (
  { cycle, chapters, cutoff, previousCutoff }: Counted,
  revision: number | null,
): EditionScope => ({
  cycle,
  chapters,
  cutoff,
  since: previousCutoff && dayAfter(previousCutoff),
  revision,
});

/**
 * The names of the vocabulary as they stood at a revision; what has no name there is called by its
 * code.
 */
async function namesAt(revision: number): Promise<Names> {
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
 * The counts of the editions that were last read, by revision and scope: a page of a note asks for
 * some two hundred, and the next page for the same.
 */
function countsOf(name: string): Map<string, Count> {
  const kept = processWide(
    'note-counts',
    () => new LRUCache<string, Map<string, Count>>({ max: mostKept }),
  );
  const own = kept.get(name) ?? new Map<string, Count>();
  kept.set(name, own);
  return own;
}
const mostKept = 3;

/**
 * Reads the register as an edition counts it: at a revision, or as it is now (null). All that
 * `work` asks of it is of that one
 * revision, since nothing is awaited in it. A note counts every completed summary, whoever reads
 * it: who may see an edition is
 * decided before.
 */
export async function readRegister<T>(
  actor: Actor,
  edition: Counted,
  revision: number | null,
  work: (register: RegisterRead) => T,
): Promise<T> {
  const scope = scopeOfEdition(edition, revision);
  for (;;) {
    const at = revision ?? (await currentRevision());
    const [names, assisted] = [await namesAt(at), await assistedAt(actor, at, edition)];
    const facts = revision === null ? await currentFacts() : await pastFacts(revision);
    if (facts.revision !== at) continue;
    const day = today();
    const known = countsOf(JSON.stringify([at, day, scope]));
    const filterOf = (narrowing: Narrowing, until: string | null = null) =>
      filterFor({ ...actor, role: 'system' }, askedOf(scope, narrowing, until), day);
    const ask: Reading['ask'] = (narrowing, when) => {
      const key = JSON.stringify([narrowing, when]);
      const found =
        known.get(key) ??
        count(facts, filterOf(narrowing, when === 'before' ? edition.previousCutoff : null));
      known.set(key, found);
      return found;
    };
    return work({
      reading: {
        chapters: edition.chapters,
        hasPrevious: edition.previousCutoff !== null,
        ask,
        assisted,
      },
      revision: at,
      scope,
      names,
      vocabulary: facts.vocabulary,
      side: (narrowing) => ({ facts, filter: filterOf(narrowing) }),
    });
  }
}

import 'server-only';
import { and, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client';
import { needVersion } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { RowPlan } from '#lib/needs/imports/pipeline/row-plan';
import { needById, type NeedView } from '#lib/needs/store/queries';
import { parseTranslated } from '#lib/needs/translations/write-translation';
import { mayTranslate } from '#lib/needs/translations/permissions';
import { storedTranslations } from '#lib/needs/translations/queries';
import {
  lastNumberOf,
  translationOf,
  type StoredTranslation,
  type Translation,
} from '#lib/needs/translations/translation';
import type { ParsedUnit, ParsedXliff } from '#lib/needs/translations/xliff';

/** What can be wrong with the translation of a need in a file: keys of the messages. */
type TranslationFault =
  | 'unknownNeed'
  | 'notAllowed'
  | 'repeated'
  | 'otherVersions'
  | 'otherSource'
  | 'otherLanguage'
  | 'partial'
  | 'translatedMeanwhile'
  | 'tooLong';

/** What an import would do with the translation of a need. */
export type PlannedTranslation = Omit<RowPlan, 'faults'> &
  Readonly<{
    reference: string;
    /** What the actor sees of the need; null where they do not see it. */
    need: NeedView | null;
    /** The version that the file translates, and the last translation now. */
    version: number;
    last: number;
    text: string | null;
    quote: string | null;
    before: Translation | undefined;
    /** Whether the original has changed since the file was written. */
    isOutdated: boolean;
    faults: readonly TranslationFault[];
  }>;
export type TranslationsPlan = Readonly<{
  from: Locale;
  to: Locale;
  plan: readonly PlannedTranslation[];
}>;

type Context = Readonly<{
  actor: Actor;
  file: ParsedXliff;
  stored: ReadonlyMap<string, readonly StoredTranslation[]>;
  /** What the versions in the file say, by need and version. */
  originals: ReadonlyMap<string, Readonly<{ text: string | null; quote: string | null }>>;
}>;

/** The words of a text: programs for translators change the spaces between them. */
const wordsOf = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
const versionKey = (id: string, version: number) => `${id} ${version}`;

/** What is wrong with the units of a need, whatever they say. */
function faultsOfUnits(
  { actor, file, originals }: Context,
  units: readonly ParsedUnit[],
  need: NeedView | undefined,
): TranslationFault[] {
  if (!need || units.some(({ version }) => version > need.version)) return ['unknownNeed'];
  if (!mayTranslate(actor, need)) return ['notAllowed'];
  const [{ id, version, follows }] = units as [ParsedUnit];
  const original = originals.get(versionKey(id, version));
  const isOther = (unit: ParsedUnit) =>
    wordsOf(original?.[unit.field] ?? '') !== wordsOf(unit.source);
  const found: readonly (readonly [TranslationFault, boolean])[] = [
    ['repeated', new Set(units.map(({ field }) => field)).size < units.length],
    ['otherVersions', units.some((unit) => unit.version !== version || unit.follows !== follows)],
    ['otherSource', units.some(isOther)],
    ['otherLanguage', need.language === file.to],
    ['partial', units.some(({ isPartial }) => isPartial)],
  ];
  return found.filter(([, isFound]) => isFound).map(([fault]) => fault);
}

/** What a file says of one field; what it does not say stays as it is. */
function translated(
  units: readonly ParsedUnit[],
  field: 'text' | 'quote',
  before: Translation | undefined,
): Readonly<{ value: string | null; isWrong: boolean }> {
  const unit = units.find((each) => each.field === field);
  if (!unit || unit.target === null) return { value: before?.[field] ?? null, isWrong: false };
  const parsed = parseTranslated(field, unit.target, unit.source);
  return parsed.ok ? { value: parsed.value, isWrong: false } : { value: null, isWrong: true };
}

function planNeed(
  context: Context,
  units: readonly ParsedUnit[],
  need: NeedView | undefined,
): PlannedTranslation {
  const [{ line, id, name, version, follows }] = units as [ParsedUnit];
  const { file, stored, originals } = context;
  const own = (need && stored.get(id)) ?? [];
  const faults = faultsOfUnits(context, units, need);
  const before = need && translationOf(need, own);
  const text = translated(units, 'text', before);
  const quote = translated(units, 'quote', before);
  const last = lastNumberOf(own, file.to);
  const original = originals.get(versionKey(id, version));
  const isOutdated = original?.text !== need?.text || original?.quote !== need?.quote;
  const isSame =
    units.every(({ target }) => target === null) ||
    ((before?.text ?? null) === text.value &&
      (before?.quote ?? null) === quote.value &&
      (isOutdated || before?.state !== 'outdated'));
  const later: TranslationFault[] = [
    ...(text.isWrong || quote.isWrong ? (['tooLong'] as const) : []),
    ...(!isSame && last !== follows ? (['translatedMeanwhile'] as const) : []),
  ];
  const all = faults.length > 0 ? faults : later;
  const written = before ? 'changed' : 'new';
  const sound = isSame ? 'same' : written;
  const isHidden = all.includes('unknownNeed');
  return {
    line,
    reference: isHidden ? name : (need?.reference ?? ''),
    need: isHidden ? null : (need ?? null),
    version,
    last,
    text: text.value,
    quote: quote.value,
    before,
    isOutdated,
    faults: all,
    outcome: all.length > 0 ? 'wrong' : sound,
  };
}

const batchSize = 500;

/** Reads what the versions in a file say. */
async function loadOriginals(
  units: readonly ParsedUnit[],
  from: Reader | Writer,
): Promise<Context['originals']> {
  const wanted = new Set(units.map(({ id, version }) => versionKey(id, version)));
  const ids = [...new Set(units.map(({ id }) => id))];
  const versions = [...new Set(units.map(({ version }) => version))].slice(0, batchSize);
  const found = new Map<string, Readonly<{ text: string | null; quote: string | null }>>();
  for (let at = 0; at < ids.length; at += batchSize) {
    const rows = await from
      .select({
        id: needVersion.needId,
        version: needVersion.version,
        text: needVersion.text,
        quote: needVersion.quote,
      })
      .from(needVersion)
      .where(
        and(
          inArray(needVersion.needId, ids.slice(at, at + batchSize)),
          inArray(needVersion.version, versions),
        ),
      );
    for (const { id, version, ...original } of rows)
      if (wanted.has(versionKey(id, version))) found.set(versionKey(id, version), original);
  }
  return found;
}

/** Compares a file of translations with the register, need by need. */
export async function planTranslations(
  actor: Actor,
  file: ParsedXliff,
  from: Reader | Writer,
): Promise<TranslationsPlan> {
  const byNeed = Map.groupBy(file.units, ({ id }) => id);
  const context: Context = {
    actor,
    file,
    stored: await storedTranslations(actor, [...byNeed.keys()], file.to, from),
    originals: await loadOriginals(file.units, from),
  };
  const plan: PlannedTranslation[] = [];
  for (const [id, units] of byNeed)
    plan.push(planNeed(context, units, await needById(actor, id, from)));
  return { from: file.from, to: file.to, plan };
}

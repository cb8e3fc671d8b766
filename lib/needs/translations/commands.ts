import 'server-only';
import { randomUUID } from 'node:crypto';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { needTranslation } from '#db/schema/translations';
import type { Actor } from '#lib/base/actor';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { runCommand } from '#lib/base/run-command';
import type { Locale } from '#lib/convention/names';
import { maximumLength } from '#lib/needs/model/vocabulary';
import { needById, type NeedView } from '#lib/needs/store/queries';
import { mayTranslate } from '#lib/needs/translations/permissions';
import { lastNumberOf, storedTranslations } from '#lib/needs/translations/queries';
import { translationOf } from '#lib/needs/translations/translation';
import { isStorable, normaliseText } from '#lib/text/normalise';

export type NewTranslation = Readonly<{
  id: string;
  language: Locale;
  /** The version of the need that was translated. */
  version: number;
  /** The number of the translation that this one follows; 0 for the first. */
  follows: number;
  text: string;
  quote: string;
}>;

/** Faults of a translated text or quoted passage, as the form of a need names them. */
export function parseTranslated(
  field: 'text' | 'quote',
  typed: string,
  original: string | null,
): Outcome<string | null> {
  const text = normaliseText(typed);
  if (text === '') return done(null);
  if (original === null) return invalid(field, 'needTranslations.errors.noOriginal');
  if (!isStorable(text)) return invalid(field, 'unreadable');
  // A translation may be longer than its original.
  if (text.length > 2 * maximumLength[field])
    return invalid(field, 'needTranslations.errors.tooLong');
  return done(text);
}

/** Stores the next translation of a need, with its row of the change log. */
export async function writeTranslation(
  tx: Writer,
  actor: Actor,
  { id, language, version, follows, text, quote }: Omit<NewTranslation, 'text' | 'quote'> &
    Readonly<{ text: string | null; quote: string | null }>,
): Promise<void> {
  const number = follows + 1;
  const fromSeq = await recordChange(tx, {
    actorId: actor.accountId!,
    verb: text === null && quote === null ? 'take-back-translation' : 'translate',
    entity: 'need',
    entityId: id,
    data: { language, number, version },
  });
  await tx.insert(needTranslation).values({
    id: randomUUID(),
    needId: id,
    locale: language,
    number,
    ofVersion: version,
    text,
    quote,
    actorId: actor.accountId!,
    at: new Date().toISOString(),
    fromSeq,
  });
}

async function translateIn(
  tx: Writer,
  actor: Actor,
  need: NeedView,
  input: NewTranslation,
): Promise<Outcome<{ id: string }>> {
  const { id, language, version, follows } = input;
  if (language === need.language)
    return invalid('language', 'needTranslations.errors.sameLanguage');
  if (version > need.version) return notFound;
  const text = parseTranslated('text', input.text, need.text);
  if (!text.ok) return text;
  const quote = parseTranslated('quote', input.quote, need.quote);
  if (!quote.ok) return quote;
  const stored = (await storedTranslations(actor, [id], language, tx)).get(id) ?? [];
  const before = translationOf(need, stored);
  const isStored =
    (before?.text ?? null) === text.value &&
    (before?.quote ?? null) === quote.value &&
    before?.state !== 'outdated';
  if (isStored) return done({ id });
  if (lastNumberOf(stored, language) !== follows) {
    const last = stored.at(-1);
    return failed({ kind: 'conflict', why: 'translated', by: last?.by, at: last?.at });
  }
  await writeTranslation(tx, actor, {
    ...{ id, language, version, follows },
    text: text.value,
    quote: quote.value,
  });
  return done({ id });
}

/**
 * Translates what a need says into a language, as a translation of the version that the translator
 * saw. Without a text and a quoted passage the translation is taken back. Never replaces a
 * translation that the translator has not seen.
 */
export const translateNeed = (
  actor: Actor,
  input: NewTranslation,
): Promise<Outcome<{ id: string }>> =>
  runCommand(async (tx) => {
    const need = await needById(actor, input.id, tx);
    if (!need) return notFound;
    if (!mayTranslate(actor, need)) return forbidden('role');
    return translateIn(tx, actor, need, input);
  });

import 'server-only';
import { randomUUID } from 'node:crypto';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { needTranslation } from '#db/schema/translations';
import type { Actor } from '#lib/base/actor';
import { done, invalid, type Outcome } from '#lib/base/errors';
import type { Locale } from '#lib/convention/names';
import { maximumLength } from '#lib/needs/model/vocabulary';
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
  {
    id,
    language,
    version,
    follows,
    text,
    quote,
  }: Omit<NewTranslation, 'text' | 'quote'> &
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

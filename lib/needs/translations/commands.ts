import 'server-only';
import type { Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { runCommand } from '#lib/base/run-command';
import { needById, type NeedView } from '#lib/needs/store/queries';
import { mayTranslate } from '#lib/needs/translations/permissions';
import { storedTranslations } from '#lib/needs/translations/queries';
import { lastNumberOf, translationOf } from '#lib/needs/translations/translation';
import {
  parseTranslated,
  writeTranslation,
  type NewTranslation,
} from '#lib/needs/translations/write-translation';

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

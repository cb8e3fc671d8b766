import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { chaptersOfCycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import { textOf } from '#lib/http/form';
import { quoteFieldsAt } from '#lib/needs/attachments/quote-fields';
import { sourceOfReview } from '#lib/needs/attachments/queries';
import { loadDraft } from '#lib/needs/entry/autosave';
import { parseChosenFields } from '#lib/needs/model/draft';
import type { EntryTo } from '#lib/needs/reviews/entry-barriers';
import { suggestArticles } from '#lib/needs/model/named-articles';
import { vocabulary } from '#lib/needs/store/queries';
import { isUuid } from '#lib/text/uuid';

export type EntryQuery = Readonly<{ review?: string; id?: string; quote?: string }>;

/**
 * The id of the new need: of the form that was sent, or in the address; undefined where the page is
 * opened without one. A form that was sent without one gets a new one, so that it is shown again.
 */
export function idOfEntry(form: FormFields | undefined, query: EntryQuery): string | undefined {
  const begun = query.id && isUuid(query.id) ? query.id : undefined;
  return form ? textOf(form, 'id') || begun || randomUUID() : begun;
}

/** What was sent, with the only chapter of the cycle and the reader's language chosen at first. */
function initialFields(form: FormFields, locale: Locale, { review, declared }: EntryTo) {
  const [onlyChapter] = chaptersOfCycle(review.cycle).filter((each) => !declared.includes(each));
  return parseChosenFields({
    ...form,
    chapter: ['chapter' in form ? textOf(form, 'chapter') : (onlyChapter ?? '')],
    language: ['language' in form ? textOf(form, 'language') : locale],
  });
}

/** Loads all that the form for a new need shows. */
export async function loadEntry(
  locale: Locale,
  actor: Actor,
  entry: EntryTo,
  id: string,
  sent: FormFields | undefined,
  { quote }: EntryQuery,
) {
  const wasSent = sent !== undefined;
  const form = sent ?? {};
  const draft = await loadDraft(actor, id);
  const autosave = wasSent ? undefined : draft.autosave;
  const source = await sourceOfReview(actor, entry.review.id);
  const quoted = 'quote' in form ? undefined : quoteFieldsAt(source, quote);
  const typed = { ...(autosave?.fields ?? initialFields(form, locale, entry)), ...quoted };
  const open = chaptersOfCycle(entry.review.cycle).filter((each) => !entry.declared.includes(each));
  return {
    wasSent,
    autosave,
    stamp: draft.stamp,
    stored: draft.autosave?.fields ?? initialFields({}, locale, entry),
    source,
    vocabulary: await vocabulary(actor),
    ...(quoted ? suggestArticles(typed, open) : { fields: typed, suggested: [] }),
  };
}

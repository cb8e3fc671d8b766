import { aboutText } from '#components/comments/comment-list';
import type { FieldComment } from '#components/needs/need-form-props';
import { similarView } from '#components/similarity/similar-view';
import type { Actor } from '#lib/base/actor';
import { chaptersOfCycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { suggestArticles } from '#lib/needs/model/named-articles';
import type { FormResult } from '#lib/http/form-result';
import { textOf } from '#lib/http/form';
import { quoteFieldsAt } from '#lib/needs/attachments/quote-fields';
import { sourceOfReview } from '#lib/needs/attachments/queries';
import { loadDraft, type AutosavedForm } from '#lib/needs/entry/autosave';
import { parseChosenFields } from '#lib/needs/model/draft';
import { mayResolve } from '#lib/needs/comments/permissions';
import { commentsOn } from '#lib/needs/comments/queries';
import { closedFields, replaceFields, type FieldName } from '#lib/needs/model/fields';
import { merge } from '#lib/needs/model/merge';
import { vocabularyCodes, fieldsOf, validateNeed } from '#lib/needs/model/schema';
import { changesSince } from '#lib/needs/store/conflicts';
import { vocabulary as currentVocabulary, type NeedView } from '#lib/needs/store/queries';
import { findSimilarNeeds } from '#lib/review/similarity/queries';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

type Autosave = AutosavedForm | undefined;

/** Returns what the reader typed: in the form that was sent, or before, and autosaved. */
function typedFields(need: NeedView, form: FormResult['form'], autosave: Autosave) {
  const stored = fieldsOf(need);
  const typed = form ? parseChosenFields(form) : (autosave?.fields ?? stored);
  // A form sends its open fields only.
  return replaceFields(typed, stored, closedFields(need.reopened));
}

/**
 * Merges what the reader typed with what somebody else saved meanwhile, found by a conflict or when
 * an autosave is opened again.
 */
async function loadMerge(
  actor: Actor,
  need: NeedView,
  { form, hasConflict: conflict }: FormResult,
  autosave: Autosave,
) {
  const typed = typedFields(need, form, autosave);
  const seenVersion = form ? Number(textOf(form, 'version')) : (autosave?.version ?? need.version);
  const isOutdated = conflict || (autosave !== undefined && seenVersion !== need.version);
  const since = isOutdated ? await changesSince(actor, need.id, seenVersion) : undefined;
  const merging = isOutdated ? merge(since?.base, typed, fieldsOf(need)) : undefined;
  // After a conflict the form continues from the stored version, otherwise from the one it showed.
  const version = form && !isOutdated ? textOf(form, 'version') : String(need.version);
  return { typed, since, merging, version };
}

/** The field at which a comment stands in the form; those on closed fields stand above all. */
const shownAt = (need: NeedView, field: FieldName | null): FieldName | null => {
  const isShown = field !== null && (need.reopened === null || need.reopened.includes(field));
  return isShown ? field : null;
};

/** Loads the open comments on a returned need, each with what was answered in the form already. */
async function loadComments(
  locale: Locale,
  t: Translate,
  actor: Actor,
  need: NeedView,
  form: FormResult['form'],
): Promise<FieldComment[]> {
  if (need.status !== 'returned') return [];
  const comments = await commentsOn(actor, [need.id], { open: true });
  return comments
    .filter(({ authorId }) => authorId !== actor.accountId)
    .map((comment) => {
      const { id, field, by, at, text } = comment;
      const place = shownAt(need, field);
      const about = place === null && field !== null ? `${aboutText(t, field)} · ` : '';
      return {
        id,
        field: place,
        said: `${about}${by} · ${formatInstant(locale, at)}`,
        text,
        answer: form ? textOf(form, `answer.${id}`) : '',
        isDone: form ? textOf(form, `done.${id}`) === '1' : false,
        mayResolve: mayResolve(actor, need, comment),
      };
    });
}

/** Loads all that the form of a need shows when it is changed. */
export async function loadForm(
  locale: Locale,
  t: Translate,
  actor: Actor,
  need: NeedView,
  answer: FormResult,
  { check, quote }: Readonly<{ check?: string; quote?: string }>,
) {
  const { form } = answer;
  const vocabulary = await currentVocabulary(actor);
  const draft = await loadDraft(actor, need.id);
  const autosave = form ? undefined : draft.autosave;
  const merged = await loadMerge(actor, need, answer, autosave);
  const source = await sourceOfReview(actor, need.reviewId);
  const quoted = form ? undefined : quoteFieldsAt(source, quote);
  const typed = { ...(merged.merging?.merged ?? merged.typed), ...quoted };
  const maySuggest = need.reopened === null || need.reopened.includes('articles');
  const { fields, suggested } =
    quoted && maySuggest
      ? suggestArticles(typed, chaptersOfCycle(need.cycle))
      : { fields: typed, suggested: [] };
  const text = fields.text || need.text || '';
  const { language, reviewId, id: except } = need;
  const similar = text
    ? await findSimilarNeeds(actor, text, { language, reviewId, except })
    : undefined;
  const errors =
    check && !form
      ? validateNeed(need, need.cycle, vocabularyCodes(vocabulary)).map(({ field, message }) => ({
          field,
          text: errorText(t, message),
        }))
      : answer.errors;
  return {
    ...merged,
    comments: await loadComments(locale, t, actor, need, form),
    stamp: draft.stamp,
    stored: draft.autosave?.fields ?? fieldsOf(need),
    vocabulary,
    autosave,
    source,
    fields,
    suggested,
    errors,
    similar: similar ? similarView(locale, t, similar, vocabulary) : null,
  };
}

export type LoadedForm = Awaited<ReturnType<typeof loadForm>>;

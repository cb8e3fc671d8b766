import { columnName, contentText } from '#components/needs/need-columns';
import type { FieldDifference } from '#components/needs/need-difference';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { diffTexts, changedFields } from '#lib/needs/model/text-diff';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { NeedContent } from '#lib/needs/model/schema';

/** Returns the fields in which two versions differ: texts word by word, choices before and after. */
export const differencesOf = (
  locale: Locale,
  t: Translate,
  vocabulary: Vocabulary,
  before: NeedContent,
  after: NeedContent,
): FieldDifference[] =>
  changedFields(before, after).map((field) => {
    const column = field === 'articles' ? 'provision' : field;
    const term = columnName(t, column);
    if (field === 'text' || field === 'quote') {
      const language = after.language ?? before.language;
      return {
        field,
        term,
        language,
        stretches: diffTexts(before[field] ?? '', after[field] ?? '', language),
      };
    }
    const valueIn = (content: NeedContent) => contentText(locale, t, vocabulary, content, column);
    return { field, term, before: valueIn(before), after: valueIn(after) };
  });

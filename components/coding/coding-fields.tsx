import { needFormProps } from '#components/needs/need-choices';
import { NeedProvision, OtherCoding } from '#components/needs/need-coding';
import type { FormError } from '#components/ui/error-summary';
import { needFieldsForCoding, type CodingFields as Fields } from '#lib/review/coding/schema';
import { cycleOfChapter, type Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { FieldName } from '#lib/needs/model/fields';
import type { Vocabulary } from '#lib/needs/store/queries';

const compared: readonly FieldName[] = ['articles', 'category', 'subcategory', 'tags'];
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  chapter: Chapter;
  vocabulary: Vocabulary;
  fields: Fields;
  errors: readonly FormError[];
}>;

/** The coding fields of the need's own form, limited to one chapter. */
export function CodingFields({ locale, t, chapter, vocabulary, fields, errors }: Props) {
  const typed = needFieldsForCoding(chapter, fields);
  const { choices, texts } = needFormProps(locale, t, cycleOfChapter(chapter), vocabulary, {
    mode: 'recode',
    action: '',
    hidden: {},
    fields: typed,
    errors,
  });
  const ofChapter = {
    ...choices,
    chapters: choices.chapters.filter((each) => each.chapter === chapter),
  };
  const part: Parameters<typeof NeedProvision>[0] = {
    choices: ofChapter,
    fields: typed,
    errors,
    texts,
    isOpen: (...names) => names.some((name) => compared.includes(name)),
    register: (name) => ({ name }),
  };
  return (
    <>
      <NeedProvision {...part} />
      <OtherCoding {...part} />
    </>
  );
}

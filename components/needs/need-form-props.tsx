import type { ReactNode } from 'react';
import type { FormGuide } from '#components/guide/what-belongs';
import type { SimilarPanelProps } from '#components/similarity/similar-panel';
import type { FormError } from '#components/ui/error-summary';
import type { Option } from '#components/ui/field';
import type { Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { FieldName } from '#lib/needs/model/fields';
import type { Codes, NeedFields } from '#lib/needs/model/schema';

/** What can be chosen, with the texts of the reader's language. */
export type NeedChoices = Readonly<{
  codes: Codes;
  chapters: readonly Readonly<{
    chapter: string;
    label: string;
    legend: string;
    articles: readonly Option[];
  }>[];
  categories: readonly Option[];
  subcategories: readonly Readonly<{
    category: string;
    label: string;
    options: readonly Option[];
  }>[];
  topics: readonly Option[];
  types: readonly Option[];
  tags: readonly Option[];
  targetGroups: readonly Option[];
  languages: readonly Option[];
  guide: FormGuide;
}>;

/** The id of the form, by which what stands outside of it belongs to it. */
export const needFormId = 'need-form';

export const needFormTexts = [
  'chapter',
  'chapterHint',
  'articles',
  'articlesHint',
  'general',
  'category',
  'categoryHint',
  'subcategory',
  'subcategoryHint',
  'types',
  'typesHint',
  'topics',
  'topicsHint',
  'tags',
  'tagsHint',
  'targetGroups',
  'targetGroupsHint',
  'priority',
  'priorityHint',
  'text',
  'textHint',
  'language',
  'chooseLanguage',
  'quote',
  'quoteHint',
  'paragraph',
  'paragraphHint',
  'reasonRecode',
  'check',
  'saveDraft',
  'recode',
  'sending',
  'unreachable',
  'optional',
  'savedAt',
  'keptOnDevice',
  'discardedElsewhere',
  'typedElsewhere',
  'chooseBetween',
  'commentsWhole',
  'answerComment',
  'commentDone',
  'more',
  'moreHint',
  'suggested',
  'cleared',
  'undo',
  'charactersUsed',
  'arrowKeys',
] as const;
export type NeedFormTexts = Readonly<
  Record<(typeof needFormTexts)[number] | 'page' | 'pageHint' | 'problem' | 'alert', string>
>;

/** A comment at its field, which is answered in the form and resolved by whoever may. */
export type FieldComment = Readonly<{
  id: string;
  field: FieldName | null;
  said: string;
  text: string;
  /** The answer that was typed already. */
  answer: string;
  isDone: boolean;
  mayResolve: boolean;
}>;

export type NeedFormProps = Readonly<{
  mode: 'enter' | 'edit' | 'recode';
  locale: Locale;
  /** Where what is typed is kept meanwhile, and under which name on this device. */
  autosave?: Readonly<{
    action: string;
    key: string;
    restores: boolean;
    /** What the server holds of the fields that can be changed. */
    stored: Readonly<Record<string, readonly string[]>>;
    /** How often this opening of the form was sent before. */
    sent: number;
  }>;
  /** The fields that can be changed; null: all. */
  open?: readonly FieldName[] | null;
  action: string;
  hidden: Readonly<Record<string, string>>;
  cycle: Cycle;
  choices: NeedChoices;
  fields: NeedFields;
  /** The articles ticked because the passage names them. */
  suggested?: readonly number[];
  reason?: string;
  errors: readonly FormError[];
  errorTexts: Readonly<Record<string, string>>;
  texts: NeedFormTexts;
  /** The comments on a returned need, by their field. */
  comments?: readonly FieldComment[];
  /** The needs like the need's text. */
  similar?: SimilarPanelProps;
}>;

/** What each part of the form is given. */
export type NeedFormPart = Readonly<{
  fields: NeedFields;
  errors: readonly FormError[];
  texts: NeedFormTexts;
  isOpen: (...names: readonly FieldName[]) => boolean;
  /** What the reviewers say about a field. */
  noteOf?: (name: FieldName) => ReactNode;
  /** What names a control: the form's own register, or on a plain page its name alone. */
  register: (name: keyof NeedFields) => Readonly<{ name: string }>;
}>;

import type { NeedContent } from '#lib/needs/model/schema';

/** The fields of a need that its coding consists of, or that give it away. */
export const codingFieldNames = [
  'articles',
  'general',
  'category',
  'subcategory',
  'topics',
  'types',
  'tags',
] as const satisfies readonly (keyof NeedContent)[];

const hiddenCoding = {
  articles: [],
  general: false,
  category: null,
  subcategory: null,
  topics: [],
  types: [],
  tags: [],
} as const satisfies Pick<NeedContent, (typeof codingFieldNames)[number]>;

/** The need without its coding, if the reader has to code it blind. */
export const withoutCoding = <N extends Partial<NeedContent>>(view: N, blind: boolean): N =>
  blind
    ? {
        ...view,
        ...Object.fromEntries(Object.entries(hiddenCoding).filter(([name]) => name in view)),
      }
    : view;

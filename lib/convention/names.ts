/**
 * The six official languages of the United Nations, in the order in which every page offers them.
 */
export const locales = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type Locale = (typeof locales)[number];

/** One name in all six languages. */
export type Names = Readonly<Record<Locale, string>>;

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

import { createTranslator } from 'use-intl/core';
import type { Locale } from '#lib/convention/names';
import ar from '#messages/ar' with { type: 'json' };
import en from '#messages/en' with { type: 'json' };
import es from '#messages/es' with { type: 'json' };
import fr from '#messages/fr' with { type: 'json' };
import ru from '#messages/ru' with { type: 'json' };
import zh from '#messages/zh' with { type: 'json' };

type Messages = typeof en;
// A test holds that the six files have the same keys and placeholders.
const messages: Readonly<Record<Locale, Messages>> = { ar, en, es, fr, ru, zh } as Record<Locale, Messages>;

const make = (locale: Locale) => createTranslator<Messages>({
  locale, messages: messages[locale], timeZone: 'UTC',
  onError: (error) => { throw error; },
});

export type Translate = ReturnType<typeof make>;
const made = new Map<Locale, Translate>();

/** The texts of one language: `translator('fr')('needs.enter.title')`. A missing one throws. */
export function translator(locale: Locale): Translate {
  const known = made.get(locale) ?? make(locale);
  made.set(locale, known);
  return known;
}

/** The text of a field's error, whose key comes from a schema. */
export const errorText = (t: Translate, message: string): string =>
  message in en.errors ? t(`errors.${message as Exclude<keyof Messages['errors'], 'unknownFilter'>}`) : t('errors.unreadable');

export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr');

/** Each language by its own name. */
export const languageNames: Readonly<Record<Locale, string>> = {
  ar: 'العربية', en: 'English', es: 'Español', fr: 'Français', ru: 'Русский', zh: '中文',
};

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
const messages: Readonly<Record<Locale, Messages>> = { ar, en, es, fr, ru, zh } as Record<
  Locale,
  Messages
>;

const make = (locale: Locale) =>
  createTranslator<Messages>({
    locale,
    messages: messages[locale],
    timeZone: 'UTC',
    onError: (error) => {
      throw error;
    },
  });

export type Translate = ReturnType<typeof make>;
const made = new Map<Locale, Translate>();

/** The texts of one language: `translator('fr')('needs.enter.title')`. A missing one throws. */
export function translator(locale: Locale): Translate {
  const known = made.get(locale) ?? make(locale);
  made.set(locale, known);
  return known;
}

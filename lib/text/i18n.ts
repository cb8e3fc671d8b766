import { createTranslator } from 'use-intl/core';
import type { Locale } from '#lib/convention/names';
import ar from '#messages/ar' with { type: 'json' };
import en from '#messages/en' with { type: 'json' };
import es from '#messages/es' with { type: 'json' };
import fr from '#messages/fr' with { type: 'json' };
import ru from '#messages/ru' with { type: 'json' };
import zh from '#messages/zh' with { type: 'json' };

type Messages = typeof en;
// A test checks that the six files have the same keys and placeholders.
const messages: Readonly<Record<Locale, Messages>> = { ar, en, es, fr, ru, zh } as Record<
  Locale,
  Messages
>;

const createFor = (locale: Locale, texts = messages[locale]) =>
  createTranslator<Messages>({
    locale,
    messages: texts,
    timeZone: 'UTC',
    onError: (error) => {
      throw error;
    },
  });

export type Translate = ReturnType<typeof createFor>;
const translators = new Map<Locale, Translate>();

/** The texts of a language: `translator('fr')('needs.enter.title')`. A missing text throws. */
export function translator(locale: Locale): Translate {
  const translate = translators.get(locale) ?? createFor(locale);
  translators.set(locale, translate);
  return translate;
}

type Texts = Readonly<{ [key: string]: Texts | string }>;

const isText = (text: Texts | string | undefined): text is string => typeof text === 'string';

/** Texts with others in place of some of them, also of those that there are no longer. */
function replaceTexts(texts: Texts, others: Texts): Texts {
  const replaced = Object.entries(others).map(([key, other]) => {
    const text = texts[key];
    return [key, isText(other) || isText(text) || !text ? other : replaceTexts(text, other)];
  });
  return { ...texts, ...Object.fromEntries(replaced) };
}

/** The texts of a language with others in place of some: those of an earlier release. */
export const translatorWith = (locale: Locale, others: Texts): Translate =>
  createFor(locale, replaceTexts(messages[locale], others) as unknown as Messages);

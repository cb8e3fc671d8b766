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
type Values = Readonly<Record<string, unknown>>;

// The drafted note, figures and headings of files are laid out by programs that may draw an isolate.
const unisolated = /^(?:notes|figures|imports\.columns|provisions)\./;
const turnsInArabic = /[A-Za-z]|\d[^\p{L}\d]{0,3}[-/.:–][^\p{L}\d]{0,3}\d/u;
const isIsolated = /^[\u2066-\u2068]/;

/** A value set apart from the Arabic around it, where its letters or its order would mix with it. */
const isolate = (value: unknown): unknown =>
  typeof value === 'string' && turnsInArabic.test(value) && !isIsolated.test(value)
    ? `\u2068${value}\u2069`
    : value;

/** Isolates what is filled into Arabic texts: references, codes, dates and names in Latin letters. */
function isolating(translate: Translate): Translate {
  const choices = new Map<string, ReadonlySet<string>>();
  const choicesOf = (key: string) => {
    const text = String((translate as { raw: (key: string) => unknown }).raw(key));
    const found = new Set([...text.matchAll(/\{(\w+), select/g)].map(([, name]) => name!));
    choices.set(key, found);
    return found;
  };
  const isolated = (key: string, values?: Values) => {
    const chosen = choices.get(key) ?? choicesOf(key);
    const apart = Object.entries(values ?? {}).map(([name, value]) => [
      name,
      chosen.has(name) ? value : isolate(value),
    ]);
    return (translate as (key: string, values: Values) => string)(key, Object.fromEntries(apart));
  };
  const plain = translate as (key: string, values?: Values) => string;
  const translated = (key: string, values?: Values) =>
    values && !unisolated.test(key) ? isolated(key, values) : plain(key, values);
  return Object.assign(translated, translate) as unknown as Translate;
}

const createTranslate = (locale: Locale): Translate =>
  locale === 'ar' ? isolating(createFor(locale)) : createFor(locale);
const translators = new Map<Locale, Translate>();

/** The texts of a language: `translator('fr')('needs.enter.title')`. A missing text throws. */
export function translator(locale: Locale): Translate {
  const translate = translators.get(locale) ?? createTranslate(locale);
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

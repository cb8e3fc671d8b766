import { expect } from '@playwright/test';
import type { Locale } from '#lib/convention/names';
import type { RawAnswer } from '#tests/support/pages/raw-requests';

/** A text as it stands in HTML. */
export const inHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/**
 * The answer speaks: a page of ours in this language, with a heading, that says all of this (as
 * HTML).
 */
export function expectAnswer(
  { status, text }: RawAnswer,
  wanted: number,
  said: readonly string[] = [],
  locale: Locale = 'en',
) {
  expect(status, text.slice(0, 300)).toBe(wanted);
  expect(text).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
  expect(text).toMatch(/<h1>[^<]+<\/h1>/);
  for (const words of said) expect(text).toContain(words);
}

/** The message stands beside its field, and the summary above leads to it. */
export const besideField = (field: string, message: string): string[] => [
  `<a href="#${field}">${inHtml(message)}</a>`,
  `id="${field}-error">${inHtml(message)}<`,
];

import type { Locale } from '#lib/convention/names';
import { campaign } from '#tests/support/run/campaign';

/** A language, and a browser with scripts or without. */
export type Way = Readonly<{ locale: Locale; javaScriptEnabled: boolean }>;

export const english = { locale: 'en', javaScriptEnabled: true } as const satisfies Way;
export const plainEnglish = { locale: 'en', javaScriptEnabled: false } as const satisfies Way;
export const arabic = { locale: 'ar', javaScriptEnabled: true } as const satisfies Way;
export const plainArabic = { locale: 'ar', javaScriptEnabled: false } as const satisfies Way;
export const chinese = { locale: 'zh', javaScriptEnabled: true } as const satisfies Way;
export const plainChinese = { locale: 'zh', javaScriptEnabled: false } as const satisfies Way;

/**
 * The ways in which a journey is walked. The gate walks one where every way takes the same code,
 * and one for each where they differ; a campaign walks all. What the languages have of their own,
 * tests/e2e/pages-in-languages.spec.ts looks at without a browser.
 */
export const walked = <A extends readonly Way[], B extends readonly Way[]>(
  everyDay: A,
  ...further: B
): readonly (A[number] | B[number])[] => (campaign ? [...everyDay, ...further] : everyDay);

/** `in en with JavaScript`, for the title of a test. */
export const saidOf = ({ locale, javaScriptEnabled }: Way): string =>
  `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

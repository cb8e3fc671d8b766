import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import { stylesheet } from '#lib/http/stylesheet';
import { escapeMarkup } from '#lib/text/escape';

export const plainStatuses = [400, 403, 405, 411, 413, 415, 500, 503] as const;
export type PlainStatus = (typeof plainStatuses)[number];

/**
 * The page of an answer that the server gives itself, below Next: what happened, in the reader's
 * language, and the way back.
 */
export function plainPage(locale: Locale, status: PlainStatus, demonstration: boolean): string {
  const t = translator(locale);
  const title = escapeMarkup(t(`pages.${status}Title`));
  return `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – ${escapeMarkup(t('site.name'))}</title><link rel="stylesheet" href="${stylesheet()}"></head><body><header>${demonstration ? `<p class="demonstration">${escapeMarkup(t('site.demonstration'))}</p>` : ''}<div class="masthead"><a class="brand" href="/${locale}">${escapeMarkup(t('site.name'))}</a></div></header><main id="content"><h1>${title}</h1><p class="lead">${escapeMarkup(t(`pages.${status}Text`))}</p><p><a href="/${locale}">${escapeMarkup(t('pages.home'))}</a></p></main></body></html>`;
}

import 'server-only';
import type { Locale } from '#lib/convention/names';
import { knownDamage } from '#db/damage';
import { currentRequestId } from '#lib/base/request-id';
import { stylesheetHref } from '#lib/http/stylesheet';
import { escapeMarkup } from '#lib/text/escape';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

const plainStatuses = [400, 403, 405, 411, 413, 415, 429, 500, 503] as const;
export type StatusPageCode = (typeof plainStatuses)[number];

/** Whether the server has a page of its own for this status. */
export const hasStatusPage = (status: number): status is StatusPageCode =>
  plainStatuses.some((plain) => plain === status);

/**
 * The server's own page for a status, without Next: what happened, in the reader's language, and a
 * link home.
 */
export function statusPage(locale: Locale, status: StatusPageCode, demonstration: boolean): string {
  const t = translator(locale);
  const title = escapeMarkup(t(`pages.${status}Title`));
  const isDamaged = status === 503 && knownDamage() === 'structure';
  const text = escapeMarkup(t(isDamaged ? 'pages.damagedText' : `pages.${status}Text`));
  const siteName = escapeMarkup(t('site.name'));
  const id = currentRequestId();
  const number = id ? `<p class="hint">${escapeMarkup(t('pages.requestNumber', { id }))}</p>` : '';
  const banner = `<p class="demonstration">${escapeMarkup(t('site.demonstration'))}</p>`;
  return [
    `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}">`,
    '<head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title} – ${siteName}</title>`,
    `<link rel="stylesheet" href="${stylesheetHref()}"></head>`,
    `<body><header>${demonstration ? banner : ''}`,
    `<div class="masthead"><a class="brand" href="/${locale}">${siteName}</a></div></header>`,
    `<main id="content"><h1>${title}</h1><p class="lead">${text}</p>`,
    `<p><a href="/${locale}">${escapeMarkup(t('pages.home'))}</a></p>${number}</main></body></html>`,
  ].join('');
}

import 'server-only';
import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { isLocale, type Locale } from '#lib/convention/names';

const languageCookie = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/;

/**
 * The language of a reader whose address names none: the one chosen before (a cookie), else the
 * browser's, else English.
 */
export function preferredLanguage(request: IncomingMessage): Locale {
  const chosen = languageCookie.exec(request.headers.cookie ?? '')?.[1];
  if (isLocale(chosen)) return chosen;

  const accepted = new Negotiator(request).languages();
  const codes = accepted.map((tag) => tag.slice(0, 2).toLowerCase());
  return codes.find(isLocale) ?? 'en';
}

import type { IncomingMessage } from 'node:http';
import { isLocale, type Locale } from '#lib/convention/names';

/**
 * The language of a reader who has not chosen one by the address: the one chosen before, else the
 * browser's.
 */
export function languageOf({ headers }: IncomingMessage): Locale {
  const chosen = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  if (isLocale(chosen)) return chosen;
  const wanted = (headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { tag: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ tag }) => tag).find((tag): tag is Locale => isLocale(tag)) ?? 'en';
}

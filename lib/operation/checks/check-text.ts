import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { CheckResult } from '#lib/operation/checks/vocabulary';

/** What a check found, in words. */
export function checkText(locale: Locale, t: Translate, { name, code, values }: CheckResult) {
  if (code === 'unknown') return t('operation.unknown');
  const at = values.at === undefined ? {} : { at: formatInstant(locale, String(values.at)) };
  // The codes of each check are those of its messages, which a test holds.
  const key = `operation.found.${name}.${code}` as 'operation.found.chain.ok';
  return t(key, { ...values, ...at } as { at: string });
}

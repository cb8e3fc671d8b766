import 'server-only';
import type { Locale } from '#lib/convention/names';
import { rulesOf, type Edition } from '#lib/notes/model/edition';
import { wordingOf, type Wording } from '#lib/notes/text/wording';

/** The name of a language in another, as it stands within a sentence. */
const languageName = (language: Locale, locale: Locale): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;

const capitalised = (name: string, locale: Locale) =>
  name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);

const leftToRight = '\u200e';

/** The languages whose documents have the first lines of the masthead in English. */
const inEnglish: readonly Locale[] = ['ar', 'ru', 'zh'];

/** The first lines of the masthead: distribution, date, language and original. */
export function mastheadLines(
  edition: Pick<Edition, 'documentDate' | 'sourceLocale' | 'revision' | 'rules'>,
  { locale, isProse, date, t }: Wording,
): readonly string[] {
  const { documentDate, sourceLocale } = edition;
  if (isProse && inEnglish.includes(locale)) {
    const english = wordingOf(rulesOf(edition), 'en');
    const lines = [
      english.t('notes.document.distribution'),
      english.date(documentDate),
      languageName(locale, 'en'),
      english.t('notes.document.original', { language: languageName(sourceLocale, 'en') }),
    ];
    // A line that begins with a figure would else be read from the right.
    return locale === 'ar' ? lines.map((line) => `${leftToRight}${line}`) : lines;
  }
  const original = languageName(sourceLocale, locale);
  return [
    t('notes.document.distribution'),
    date(documentDate),
    capitalised(languageName(locale, locale), locale),
    t('notes.document.original', {
      language: isProse ? original : capitalised(original, locale),
    }),
  ];
}

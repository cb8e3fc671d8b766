import type { Locale } from '#lib/convention/names';

type Fonts = Readonly<{
  latin: string;
  eastAsia: string;
  complex: string;
  /** For Chinese headings, since Chinese fonts have no bold. */
  heading: string;
}>;
export type Language = Readonly<{
  /** Word's language code, for spelling and hyphenation. */
  tag: string;
  rightToLeft: boolean;
  fonts: Fonts;
  /** Size of the body text in half-points: Latin, Cyrillic and Chinese. */
  size: number;
  /** Size of Arabic body text, in half-points. */
  complexSize: number;
  /** Whether the script has no italics. */
  upright: boolean;
}>;

const fonts: Fonts = {
  latin: 'Times New Roman',
  eastAsia: 'SimSun',
  complex: 'Times New Roman',
  heading: 'SimSun',
};
const western = (tag: string): Language => ({
  tag,
  rightToLeft: false,
  fonts,
  size: 20,
  complexSize: 20,
  upright: false,
});
const languages: Readonly<Record<Locale, Language>> = {
  ar: {
    tag: 'ar-SA',
    rightToLeft: true,
    fonts: { ...fonts, complex: 'Noto Naskh Arabic' },
    size: 20,
    complexSize: 22,
    upright: true,
  },
  en: western('en-GB'),
  es: western('es-ES'),
  fr: western('fr-FR'),
  ru: western('ru-RU'),
  zh: {
    tag: 'zh-CN',
    rightToLeft: false,
    fonts: { ...fonts, heading: 'SimHei' },
    size: 21,
    complexSize: 21,
    upright: true,
  },
};

export const languageOf = (locale: Locale): Language => languages[locale];

import type { Locale, Names } from '#lib/convention/names';

/** The regional groups of Member States of the United Nations. */
export const regionCodes = ['AFR', 'APG', 'EEG', 'GRULAC', 'WEOG'] as const;
export type Region = (typeof regionCodes)[number];

type RegionNames = Readonly<{ name: Names; short: Names }>;

const facts: Readonly<Record<Region, RegionNames>> = {
  AFR: {
    name: {
      ar: 'الدول الأفريقية',
      en: 'African States',
      es: 'Estados de África',
      fr: 'États d’Afrique',
      ru: 'Государства Африки',
      zh: '非洲国家',
    },
    short: { ar: 'أفريقيا', en: 'African', es: 'África', fr: 'Afrique', ru: 'Африка', zh: '非洲' },
  },
  APG: {
    name: {
      ar: 'دول آسيا والمحيط الهادئ',
      en: 'Asia-Pacific States',
      es: 'Estados de Asia y el Pacífico',
      fr: 'États d’Asie et du Pacifique',
      ru: 'Государства Азиатско-Тихоокеанского региона',
      zh: '亚太国家',
    },
    short: {
      ar: 'آسيا والمحيط الهادئ',
      en: 'Asia-Pacific',
      es: 'Asia y el Pacífico',
      fr: 'Asie et Pacifique',
      ru: 'Азиатско-Тихоокеанский регион',
      zh: '亚太',
    },
  },
  EEG: {
    name: {
      ar: 'دول أوروبا الشرقية',
      en: 'Eastern European States',
      es: 'Estados de Europa Oriental',
      fr: 'États d’Europe orientale',
      ru: 'Государства Восточной Европы',
      zh: '东欧国家',
    },
    short: {
      ar: 'أوروبا الشرقية',
      en: 'Eastern European',
      es: 'Europa Oriental',
      fr: 'Europe orientale',
      ru: 'Восточная Европа',
      zh: '东欧',
    },
  },
  GRULAC: {
    name: {
      ar: 'دول أمريكا اللاتينية ومنطقة البحر الكاريبي',
      en: 'Latin American and Caribbean States',
      es: 'Estados de América Latina y el Caribe',
      fr: 'États d’Amérique latine et des Caraïbes',
      ru: 'Государства Латинской Америки и Карибского бассейна',
      zh: '拉丁美洲和加勒比国家',
    },
    short: {
      ar: 'أمريكا اللاتينية والكاريبي',
      en: 'Latin American and Caribbean',
      es: 'América Latina y el Caribe',
      fr: 'Amérique latine et Caraïbes',
      ru: 'Латинская Америка и Карибский бассейн',
      zh: '拉丁美洲和加勒比',
    },
  },
  WEOG: {
    name: {
      ar: 'دول أوروبا الغربية ودول أخرى',
      en: 'Western European and other States',
      es: 'Estados de Europa Occidental y otros Estados',
      fr: 'États d’Europe occidentale et autres États',
      ru: 'Государства Западной Европы и другие государства',
      zh: '西欧和其他国家',
    },
    short: {
      ar: 'أوروبا الغربية ودول أخرى',
      en: 'Western European and other',
      es: 'Europa Occidental y otros',
      fr: 'Europe occidentale et autres',
      ru: 'Западная Европа и другие',
      zh: '西欧和其他',
    },
  },
};

/** The regional groups with their full names and the short names that stand in table rows. */
export const regions: readonly Readonly<{ region: Region; name: Names; short: Names }>[] =
  regionCodes.map((region) => ({ region, ...facts[region] }));

/** Whether a value is the code of a regional group. */
export const isRegion = (value: unknown): value is Region => regionCodes.includes(value as Region);

/** The full name of a regional group in one language. */
export const regionName = (region: Region, locale: Locale): string => facts[region].name[locale];

/** The short name of a regional group in one language, for table rows. */
export const regionShortName = (region: Region, locale: Locale): string =>
  facts[region].short[locale];

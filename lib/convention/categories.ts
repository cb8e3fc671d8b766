import type { Locale, Names } from '#lib/convention/names';

/** The categories of technical assistance, in the order in which they are offered. */
export const categoryCodes = [
  'capacity-building',
  'institution-building',
  'legislative-assistance',
  'research-and-data',
  'policymaking',
  'international-cooperation',
  'other',
] as const;
export type Category = (typeof categoryCodes)[number];

const names: Readonly<Record<Category, Names>> = {
  'capacity-building': {
    ar: 'بناء القدرات',
    en: 'Capacity-building',
    es: 'Creación de capacidad',
    fr: 'Renforcement des capacités',
    ru: 'Наращивание потенциала',
    zh: '能力建设',
  },
  'institution-building': {
    ar: 'بناء المؤسسات',
    en: 'Institution-building',
    es: 'Desarrollo institucional',
    fr: 'Renforcement des institutions',
    ru: 'Институциональное строительство',
    zh: '体制建设',
  },
  'legislative-assistance': {
    ar: 'المساعدة التشريعية',
    en: 'Legislative assistance',
    es: 'Asistencia legislativa',
    fr: 'Assistance législative',
    ru: 'Помощь в области законодательства',
    zh: '立法援助',
  },
  'research-and-data': {
    ar: 'البحوث وجمع البيانات وتحليلها',
    en: 'Research, data-gathering and analysis',
    es: 'Investigación, reunión y análisis de datos',
    fr: 'Recherche, collecte et analyse de données',
    ru: 'Исследования, сбор и анализ данных',
    zh: '研究、数据收集和分析',
  },
  policymaking: {
    ar: 'رسم السياسات',
    en: 'Policymaking',
    es: 'Formulación de políticas',
    fr: 'Élaboration de politiques',
    ru: 'Разработка политики',
    zh: '政策制定',
  },
  'international-cooperation': {
    ar: 'تيسير التعاون الدولي مع البلدان الأخرى',
    en: 'Facilitation of international cooperation with other countries',
    es: 'Facilitación de la cooperación internacional con otros países',
    fr: 'Facilitation de la coopération internationale avec d’autres pays',
    ru: 'Содействие международному сотрудничеству с другими странами',
    zh: '促进与其他国家开展国际合作',
  },
  other: {
    ar: 'مساعدة أخرى',
    en: 'Other assistance',
    es: 'Otra asistencia',
    fr: 'Autre assistance',
    ru: 'Иная помощь',
    zh: '其他援助',
  },
};

const shorter: Readonly<Partial<Record<Category, Names>>> = {
  'legislative-assistance': {
    ar: 'المساعدة التشريعية',
    en: 'Legislative assistance',
    es: 'Asistencia legislativa',
    fr: 'Assistance législative',
    ru: 'Помощь в области законодательства',
    zh: '立法援助',
  },
  'research-and-data': {
    ar: 'البحوث والبيانات',
    en: 'Research and data',
    es: 'Investigación y datos',
    fr: 'Recherche et données',
    ru: 'Исследования и данные',
    zh: '研究和数据',
  },
  'international-cooperation': {
    ar: 'التعاون الدولي',
    en: 'International cooperation',
    es: 'Cooperación internacional',
    fr: 'Coopération internationale',
    ru: 'Международное сотрудничество',
    zh: '促进国际合作',
  },
  other: {
    ar: 'أخرى',
    en: 'Other',
    es: 'Otra',
    fr: 'Autre',
    ru: 'Иная',
    zh: '其他',
  },
};

/** The categories with their full names and the short names that stand in table heads. */
export const categories: readonly Readonly<{ category: Category; name: Names; short: Names }>[] =
  categoryCodes.map((category) => ({
    category,
    name: names[category],
    short: shorter[category] ?? names[category],
  }));

/** The full name of a category in one language. */
export const categoryName = (category: Category, locale: Locale): string => names[category][locale];

/** The short name of a category in one language, for table heads. */
export const categoryShortName = (category: Category, locale: Locale): string =>
  (shorter[category] ?? names[category])[locale];

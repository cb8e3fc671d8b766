import type { Locale } from '#lib/convention/names';
import { regionName, type Region } from '#lib/convention/regions';

/** The groups of States by their names as groups: `the Group of African States`. */
const groupNames: Readonly<Record<Region, Readonly<Record<Locale, string>>>> = {
  AFR: {
    ar: 'مجموعة الدول الأفريقية',
    en: 'the Group of African States',
    es: 'el Grupo de los Estados de África',
    fr: 'le Groupe des États d’Afrique',
    ru: 'Группа государств Африки',
    zh: '非洲国家组',
  },
  APG: {
    ar: 'مجموعة دول آسيا والمحيط الهادئ',
    en: 'the Group of Asia-Pacific States',
    es: 'el Grupo de los Estados de Asia y el Pacífico',
    fr: 'le Groupe des États d’Asie et du Pacifique',
    ru: 'Группа государств Азиатско-Тихоокеанского региона',
    zh: '亚太国家组',
  },
  EEG: {
    ar: 'مجموعة دول أوروبا الشرقية',
    en: 'the Group of Eastern European States',
    es: 'el Grupo de los Estados de Europa Oriental',
    fr: 'le Groupe des États d’Europe orientale',
    ru: 'Группа государств Восточной Европы',
    zh: '东欧国家组',
  },
  GRULAC: {
    ar: 'مجموعة دول أمريكا اللاتينية ومنطقة البحر الكاريبي',
    en: 'the Group of Latin American and Caribbean States',
    es: 'el Grupo de los Estados de América Latina y el Caribe',
    fr: 'le Groupe des États d’Amérique latine et des Caraïbes',
    ru: 'Группа государств Латинской Америки и Карибского бассейна',
    zh: '拉丁美洲和加勒比国家组',
  },
  WEOG: {
    ar: 'مجموعة دول أوروبا الغربية ودول أخرى',
    en: 'the Group of Western European and other States',
    es: 'el Grupo de los Estados de Europa Occidental y otros Estados',
    fr: 'le Groupe des États d’Europe occidentale et autres États',
    ru: 'Группа государств Западной Европы и других государств',
    zh: '西欧和其他国家组',
  },
};

/** The name of a regional group as a group of States, within a sentence. */
export const groupName = (region: Region, locale: Locale): string => groupNames[region][locale];

/**
 * The States of a regional group by their name, within a sentence: in Russian without a capital, in
 * Chinese as the group.
 */
export function statesName(region: Region, locale: Locale): string {
  const name = regionName(region, locale);
  if (locale === 'zh') return groupNames[region].zh;
  return locale === 'ru' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

import type { Locale, Names } from '#lib/convention/names';

/** A session of the Conference of the States Parties: its dates, and its place in six languages. */
export type ConferenceSession = Readonly<{
  session: number;
  from: string;
  until: string;
  place: Names;
}>;

const place = (en: string, fr: string, es: string, ru: string, ar: string, zh: string): Names => ({
  ar,
  en,
  es,
  fr,
  ru,
  zh,
});

/** The sessions of the Conference that have been held. */
export const conferenceSessions: readonly ConferenceSession[] = [
  {
    session: 1,
    from: '2006-12-10',
    until: '2006-12-14',
    place: place('Amman', 'Amman', 'Ammán', 'Аммане', 'عَمّان', '安曼'),
  },
  {
    session: 2,
    from: '2008-01-28',
    until: '2008-02-01',
    place: place(
      'Bali, Indonesia',
      'Bali (Indonésie)',
      'Bali (Indonesia)',
      'Бали, Индонезия,',
      'بالي، إندونيسيا',
      '印度尼西亚巴厘岛',
    ),
  },
  {
    session: 3,
    from: '2009-11-09',
    until: '2009-11-13',
    place: place('Doha', 'Doha', 'Doha', 'Дохе', 'الدوحة', '多哈'),
  },
  {
    session: 4,
    from: '2011-10-24',
    until: '2011-10-28',
    place: place(
      'Marrakech, Morocco',
      'Marrakech (Maroc)',
      'Marrakech (Marruecos)',
      'Марракеше, Марокко,',
      'مراكش، المغرب',
      '摩洛哥马拉喀什',
    ),
  },
  {
    session: 5,
    from: '2013-11-25',
    until: '2013-11-29',
    place: place(
      'Panama City',
      'Panama',
      'Ciudad de Panamá',
      'городе Панама',
      'مدينة بنما',
      '巴拿马城',
    ),
  },
  {
    session: 6,
    from: '2015-11-02',
    until: '2015-11-06',
    place: place(
      'Saint Petersburg, Russian Federation',
      'Saint-Pétersbourg (Fédération de Russie)',
      'San Petersburgo (Federación de Rusia)',
      'Санкт-Петербурге, Российская Федерация,',
      'سانت بطرسبرغ، الاتحاد الروسي',
      '俄罗斯联邦圣彼得堡',
    ),
  },
  {
    session: 7,
    from: '2017-11-06',
    until: '2017-11-10',
    place: place('Vienna', 'Vienne', 'Viena', 'Вене', 'فيينا', '维也纳'),
  },
  {
    session: 8,
    from: '2019-12-16',
    until: '2019-12-20',
    place: place('Abu Dhabi', 'Abou Dhabi', 'Abu Dabi', 'Абу-Даби', 'أبو ظبي', '阿布扎比'),
  },
  {
    session: 9,
    from: '2021-12-13',
    until: '2021-12-17',
    place: place(
      'Sharm el-Sheikh, Egypt',
      'Charm el-Cheikh (Égypte)',
      'Sharm el-Sheikh (Egipto)',
      'Шарм-эш-Шейхе, Египет,',
      'شرم الشيخ، مصر',
      '埃及沙姆沙伊赫',
    ),
  },
  {
    session: 10,
    from: '2023-12-11',
    until: '2023-12-15',
    place: place(
      'Atlanta, United States of America',
      'Atlanta (États-Unis d’Amérique)',
      'Atlanta (Estados Unidos de América)',
      'Атланте, Соединенные Штаты Америки,',
      'أتلانتا، الولايات المتحدة الأمريكية',
      '美利坚合众国亚特兰大',
    ),
  },
];

/** A session that has been held; undefined for any other. */
export const conferenceSession = (session: number): ConferenceSession | undefined =>
  conferenceSessions.find((each) => each.session === session);

/** The place of a session as it stands after “in” in a sentence. */
export const conferencePlace = ({ place: names }: ConferenceSession, locale: Locale): string =>
  names[locale];

import type { NeedFields } from '#lib/needs/model/schema';

type Sample = Readonly<{
  by: string;
  state: string;
  then: 'draft' | 'submitted' | 'returned' | 'recoded' | 'withdrawn';
  reason: string;
  fields: NeedFields;
}>;

const emptyFields: NeedFields = {
  chapter: 'II',
  articles: [],
  category: 'capacity-building',
  subcategory: '',
  topics: [],
  types: [],
  tags: [],
  targetGroups: [],
  priority: '',
  text: '',
  language: 'en',
  quote: '',
  paragraph: '',
  page: '',
};
const afr18 = { by: 'focal.afr-18@demo.example', state: 'AFR-18' } as const;
const apg01 = { by: 'focal.apg-01@demo.example', state: 'APG-01' } as const;

/** Invented needs of placeholder States, at least one in each status but approved. */
export const sampleNeeds: readonly Sample[] = [
  {
    ...afr18,
    then: 'draft',
    reason: '',
    fields: {
      ...emptyFields,
      articles: ['9'],
      subcategory: 'cb-training',
      topics: ['procurement-accounting-audit'],
      types: ['staff-training'],
      targetGroups: ['officials'],
      text: 'Training of procurement officers in risk analysis and in the use of the electronic procurement platform.',
    },
  },
  {
    ...afr18,
    then: 'submitted',
    reason: '',
    fields: {
      ...emptyFields,
      articles: ['5', '6'],
      category: 'institution-building',
      subcategory: 'ib-strategies',
      topics: ['prevention-tools-and-plans'],
      priority: '1',
      text: 'Support for drawing up the second national anti-corruption strategy and for the body that follows up its implementation.',
      quote: 'Articles 5 and 6: support for the development of a new national strategy.',
      paragraph: '41',
    },
  },
  {
    ...afr18,
    then: 'returned',
    reason:
      'The executive summary speaks of judges and of prosecutors. Please say whether the training is meant for both.',
    fields: {
      ...emptyFields,
      articles: ['11'],
      subcategory: 'cb-training',
      topics: ['judicial-integrity'],
      types: ['staff-training'],
      tags: ['training'],
      targetGroups: ['officials'],
      priority: '2',
      text: 'Training in judicial ethics.',
      quote: 'Article 11: training of judges and prosecutors.',
      paragraph: '43',
    },
  },
  {
    ...afr18,
    then: 'recoded',
    reason: 'What is asked for is a system, rather than training in its use.',
    fields: {
      ...emptyFields,
      articles: ['8'],
      subcategory: 'cb-structures',
      topics: ['asset-declarations', 'conflicts-of-interest'],
      types: ['technological-development'],
      priority: '2',
      text: 'Mise en place d’un système électronique de déclaration de patrimoine et de gestion des conflits d’intérêts.',
      language: 'fr',
    },
  },
  {
    ...afr18,
    then: 'withdrawn',
    reason: 'Entered twice.',
    fields: {
      ...emptyFields,
      articles: ['5', '6'],
      category: 'institution-building',
      subcategory: 'ib-strategies',
      text: 'Support for the second national anti-corruption strategy.',
    },
  },
  {
    ...apg01,
    then: 'submitted',
    reason: '',
    fields: {
      ...emptyFields,
      articles: ['13'],
      subcategory: 'cb-outreach',
      topics: ['participation-of-society'],
      types: ['awareness-raising'],
      targetGroups: ['civil-society', 'media'],
      text: 'توعية الشباب ووسائل الإعلام بمخاطر الفساد وبسبل الإبلاغ عنه.',
      language: 'ar',
    },
  },
  {
    ...apg01,
    then: 'returned',
    reason: 'Please name the article that this need belongs to.',
    fields: {
      ...emptyFields,
      articles: ['general'],
      category: 'research-and-data',
      subcategory: 'rd-systems',
      topics: ['statistics'],
      text: '建立腐败犯罪统计数据的收集和分析系统。',
      language: 'zh',
    },
  },
  {
    by: 'reviewer.1@demo.example',
    state: 'AFR-18',
    then: 'submitted',
    reason: '',
    fields: {
      ...emptyFields,
      articles: ['14'],
      category: 'legislative-assistance',
      subcategory: 'la-drafting',
      topics: ['money-laundering'],
      text: 'Drafting of amendments to the law against money-laundering.',
      quote: 'Article 14: legislative drafting.',
      paragraph: '46',
    },
  },
];

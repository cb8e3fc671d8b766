import { describe, expect, it } from 'vitest';
import { csv } from '#tests/support/imports/files';
import { faultsOfNeed, need, needsIn, statesIn } from '#tests/support/imports/rows';

describe('a line of a states file', () => {
  it('names a review and its dates; without a column of publication it is published as chosen', async () => {
    expect(
      await statesIn(csv('states', 'KEN,AFR,2,2020-02-29', 'uga,,1,', 'AFR-77,AFR,2,2026-06-01')),
    ).toEqual({
      faults: [],
      found: [
        {
          line: 2,
          code: 'KEN',
          region: 'AFR',
          cycle: 2,
          dates: { completedOn: '2020-02-29', publishedOn: '2020-02-29' },
        },
        {
          line: 3,
          code: 'UGA',
          region: 'AFR',
          cycle: 1,
          dates: { completedOn: null, publishedOn: null },
        },
        {
          line: 4,
          code: 'AFR-77',
          region: 'AFR',
          cycle: 2,
          dates: { completedOn: '2026-06-01', publishedOn: '2026-06-01' },
        },
      ],
    });
  });

  it('is read in the digits, letters and dashes of any keyboard', async () => {
    const asWritten = await statesIn(csv('states', 'KEN,AFR,2,2020-02-29'));
    for (const line of [
      'KEN,AFR,٢,٢٠٢٠-٠٢-٢٩',
      'ＫＥＮ,ＡＦＲ,２,２０２０－０２－２９',
      '\u200bken,\u200fafr,۲,2020‑02−29',
      'KEN,AFR,2.0,2020-02-29\u200e',
    ])
      expect(await statesIn(csv('states', line)), line).toEqual(asWritten);
  });

  it('without a column of publication publishes nothing where none is chosen, and keeps what is published', async () => {
    const { found, faults } = await statesIn(
      csv('states', 'KEN,AFR,2,2020-02-29', 'AFR-02,AFR,2,2020-02-29'),
      'none',
    );
    expect(faults).toEqual([]);
    expect(found.map(({ dates }) => dates.publishedOn)).toEqual([null, '2020-04-01']);
    const again = await statesIn(csv('states', 'AFR-02,AFR,2,2020-02-28'));
    expect(again.found[0]!.dates).toEqual({
      completedOn: '2020-02-28',
      publishedOn: '2020-04-01',
    });
  });

  it.each([
    ['', 'completed_on: is empty, but the summary was published on 2020-04-01'],
    ['2020-04-02', 'completed_on: is 2020-04-02, but the summary was published on 2020-04-01'],
  ])('a published summary is not completed on "%s"', async (completedOn, fault) => {
    const { found, faults } = await statesIn(
      `state,region,cycle,completed_on,published_on\nAFR-02,AFR,2,${completedOn},\n`,
    );
    expect(found).toEqual([]);
    expect(faults).toEqual([expect.stringContaining(`2: ${fault}`)]);
  });

  it('may say when the summary was published', async () => {
    const { found } = await statesIn(
      'state,region,cycle,completed_on,published_on\nKEN,AFR,2,2020-02-29,2020-03-01\nKEN,AFR,1,2020-02-29,\n',
    );
    expect(found.map(({ dates }) => dates.publishedOn)).toEqual(['2020-03-01', null]);
  });

  it('may name any group for a party that belongs to none', async () => {
    const { found, faults } = await statesIn(csv('states', 'PSE,APG,2,', 'COK,,2,'));
    expect(found.map(({ code, region }) => [code, region])).toEqual([['PSE', 'APG']]);
    expect(faults).toEqual([
      '3: region: "" is not a regional group; allowed: AFR, APG, EEG, GRULAC, WEOG',
    ]);
  });

  it.each([
    [
      'XYZ,AFR,2,',
      'state: "XYZ" is not a State; allowed: the alpha-3 code of a State party, a placeholder such as AFR-01, or a State of the register',
    ],
    [',AFR,2,', 'state: is empty; required: the code of a State'],
    [
      'a State whose name is long,AFR,2,',
      'state: "a State whose name is long" is not a State; allowed: the alpha-3 code of a State party, a placeholder such as AFR-01, or a State of the register',
    ],
    ['KEN,AFR,3,', 'cycle: "3" is not a review cycle; allowed: 1, 2'],
    ['KEN,AFR,,', 'cycle: "" is not a review cycle; allowed: 1, 2'],
    ['KEN,EUR,2,', 'region: "EUR" is not a regional group; allowed: AFR, APG, EEG, GRULAC, WEOG'],
    ['KEN,APG,2,', 'region: APG is not the regional group of KEN; allowed: AFR'],
    ['FRA,EEG,2,', 'region: EEG is not the regional group of FRA; allowed: WEOG'],
    ['AFR-01,WEOG,2,', 'region: WEOG is not the regional group of AFR-01; allowed: AFR'],
    [
      'KEN,AFR,2,2019-02-29',
      'completed_on: "2019-02-29" is not a date; allowed: YYYY-MM-DD, a day from 2000-01-01 to 2026-06-01',
    ],
    [
      'KEN,AFR,2,2023-02-30',
      'completed_on: "2023-02-30" is not a date; allowed: YYYY-MM-DD, a day from 2000-01-01 to 2026-06-01',
    ],
    [
      'KEN,AFR,2,1444-08-07',
      'completed_on: "1444-08-07" is not a date; allowed: YYYY-MM-DD, a day from 2000-01-01 to 2026-06-01',
    ],
    [
      'KEN,AFR,2,2566-02-28',
      'completed_on: 2566-02-28 lies in the future; allowed: until 2026-06-01',
    ],
    [
      'KEN,AFR,2,31/01/2020',
      'completed_on: "31/01/2020" is not a date; allowed: YYYY-MM-DD, a day from 2000-01-01 to 2026-06-01',
    ],
    [
      'KEN,AFR,2,1999-12-31',
      'completed_on: "1999-12-31" is not a date; allowed: YYYY-MM-DD, a day from 2000-01-01 to 2026-06-01',
    ],
    [
      'KEN,AFR,2,2026-06-02',
      'completed_on: 2026-06-02 lies in the future; allowed: until 2026-06-01',
    ],
  ])('%s is refused', async (line, fault) => {
    expect(await statesIn(csv('states', line))).toEqual({ found: [], faults: [`2: ${fault}`] });
  });

  it.each([
    [
      '2020-02-29,2020-02-28',
      'published_on: 2020-02-28 is before 2020-02-29, the date of completion; allowed: from that day on',
    ],
    [
      ',2020-02-28',
      'published_on: 2020-02-28 is given, but completed_on is empty; allowed: both, or neither',
    ],
    [
      '2020-02-29,2026-06-02',
      'published_on: 2026-06-02 lies in the future; allowed: until 2026-06-01',
    ],
  ])('completed and published on %s is refused', async (dates, fault) => {
    expect(
      await statesIn(`state,region,cycle,completed_on,published_on\nKEN,AFR,2,${dates}\n`),
    ).toEqual({ found: [], faults: [`2: ${fault}`] });
  });

  it('says all that is wrong with it', async () => {
    const { faults } = await statesIn(csv('states', 'KEN,APX,7,soon'));
    expect(faults.map((fault) => fault.split(': ').slice(0, 2).join(': '))).toEqual([
      '2: cycle',
      '2: region',
      '2: completed_on',
    ]);
  });
});

describe('a line of a needs file', () => {
  const bare = {
    general: false,
    articles: [5],
    chapter: 'II',
    category: 'capacity-building',
    subcategory: 'cb-training',
    topics: [],
    types: [],
    tags: [],
    targetGroups: [],
    priority: null,
    text: null,
    language: null,
    quote: null,
    paragraph: null,
    page: null,
  };

  it('may end a list with its separator', async () => {
    const { found, faults } = await needsIn(
      csv('needs', need({ articles: '5;', tags: 'training;' })),
    );
    expect(faults).toEqual([]);
    expect(found[0]!.content).toMatchObject({ articles: [5], tags: ['training'] });
  });

  it('says what the need is; a text is not required', async () => {
    expect(await needsIn(csv('needs', need()))).toEqual({
      faults: [],
      found: [{ line: 2, ref: 'N1', state: 'KEN', cycle: 2, content: bare }],
    });
  });

  it('lists articles, topics, types and tags in any order', async () => {
    const { found } = await needsIn(
      csv(
        'needs',
        need({
          articles: '13; 6;5',
          topics: 'databases;statistics',
          types: 'staff-training',
          tags: 'good-practices;training',
          priority: ' 010 ',
        }),
      ),
    );
    expect(found[0]?.content).toEqual({
      ...bare,
      articles: [5, 6, 13],
      topics: ['statistics', 'databases'],
      types: ['staff-training'],
      tags: ['training', 'good-practices'],
      priority: 10,
    });
  });

  it('may mean the chapter as a whole', async () => {
    const { found } = await needsIn(csv('needs', need({ chapter: 'V', articles: 'general' })));
    expect(found[0]?.content).toEqual({ ...bare, chapter: 'V', general: true, articles: [] });
  });

  it('may have a text in its language, the quoted passage and the target groups', async () => {
    const header = csv('needs').trim();
    const { found, faults } = await needsIn(
      `${header},text,language,quote,target_groups\n${need()},"Formation\r\nà Kampala ",fr,« cité »,media;officials\n${need({ ref: 'N2' })},,,,\n`,
    );
    expect(faults).toEqual([]);
    expect(found.map(({ content }) => content)).toEqual([
      {
        ...bare,
        text: 'Formation\nà Kampala',
        language: 'fr',
        quote: '« cité »',
        targetGroups: ['officials', 'media'],
      },
      bare,
    ]);
  });

  it.each<[Record<string, string>, ...string[]]>([
    [{ ref: '' }, 'ref: is empty; required: the number of the need in your own files'],
    [{ ref: 'r'.repeat(101) }, 'ref: has 101 characters; allowed: 100'],
    [
      { ref: 'N\u00071' },
      'ref: contains a character that cannot be read (U+0007); allowed: letters, digits, punctuation, spaces and line breaks',
    ],
    [{ state: '' }, 'state: is empty; required: the code of a State'],
    [
      { state: 'XXX' },
      'state: "XXX" is not a State; allowed: the alpha-3 code of a State party, a placeholder such as AFR-01, or a State of the register',
    ],
    [
      { state: 'UGA' },
      'state: there is no review of UGA in cycle 2, neither in a states file nor in the register',
    ],
    [{ cycle: '3' }, 'cycle: "3" is not a review cycle; allowed: 1, 2'],
    [{ chapter: '' }, 'chapter: is empty; required: one of II, V'],
    [{ chapter: 'VI' }, 'chapter: "VI" is not a chapter under review; allowed: II, III, IV, V'],
    [
      { chapter: 'III', articles: '15' },
      'chapter: "III" is not reviewed in cycle 2; allowed: II, V',
    ],
    [{ cycle: '1' }, 'chapter: "II" is not reviewed in cycle 1; allowed: III, IV'],
    [
      { articles: '' },
      'articles: is empty; required: articles of the chapter (5 to 14) separated by ;, or general',
    ],
    [
      { articles: '4' },
      'articles: "4" is not an article under review; allowed: 5 to 59, separated by ;, or general',
    ],
    [
      { articles: '5 and 6' },
      'articles: "5 and 6" is not an article under review; allowed: 5 to 59, separated by ;, or general',
    ],
    [
      { articles: '5,6' },
      'articles: "5,6" is not an article under review; allowed: 5 to 59, separated by ;, or general',
    ],
    [{ articles: '53' }, 'articles: 53 is of chapter V; allowed in chapter II: 5 to 14'],
    [
      { articles: '13;51' },
      'articles: 13, 51 are of chapters II and V; allowed: articles of one chapter, in chapter II: 5 to 14',
    ],
    [{ articles: '5;6;5' }, 'articles: "5" is given twice; allowed: once'],
    [{ articles: '5;05' }, 'articles: "5" is given twice; allowed: once'],
    [
      { articles: '5;;6' },
      'articles: an entry of the list is empty; allowed: entries separated by ;, none of them empty',
    ],
    [
      { articles: 'general;5' },
      'articles: general stands for the chapter as a whole; allowed: either general or articles',
    ],
    [
      { category: '' },
      'category: is empty; required: one of capacity-building, institution-building, legislative-assistance, research-and-data, policymaking, international-cooperation, other',
    ],
    [
      { category: 'training' },
      'category: "training" is not a category; allowed: capacity-building, institution-building, legislative-assistance, research-and-data, policymaking, international-cooperation, other',
    ],
    [
      { subcategory: '' },
      'subcategory: is empty; required for capacity-building: one of cb-training, cb-other',
    ],
    [
      { subcategory: 'cb' },
      'subcategory: "cb" is not a subcategory; allowed: cb-training, cb-other, pm-other',
    ],
    [
      { subcategory: 'pm-other' },
      'subcategory: "pm-other" is not a subcategory of capacity-building; allowed: cb-training, cb-other',
    ],
    [
      { topics: 'statistics;sports;chess' },
      'topics: "sports", "chess" is not a topic; allowed: statistics, databases',
    ],
    [{ topics: 'statistics;statistics' }, 'topics: "statistics" is given twice; allowed: once'],
    [
      { types: 'course' },
      'types: "course" is not a type of capacity-building; allowed: staff-training',
    ],
    [
      { types: 'staff-training;staff-training' },
      'types: "staff-training" is given twice; allowed: once',
    ],
    [
      { types: 'staff-training', category: 'policymaking', subcategory: 'pm-other' },
      'types: "staff-training" is given, but the category is policymaking; allowed: types for capacity-building only',
    ],
    [
      { tags: 'great' },
      'tags: "great" is not a cross-cutting issue; allowed: training, good-practices',
    ],
    [
      { tags: 'training;;good-practices' },
      'tags: an entry of the list is empty; allowed: entries separated by ;, none of them empty',
    ],
    [
      { priority: '0' },
      'priority: "0" is not a priority; allowed: a whole number from 1 to 999, or nothing',
    ],
    [
      { priority: '1000' },
      'priority: "1000" is not a priority; allowed: a whole number from 1 to 999, or nothing',
    ],
    [
      { priority: 'high' },
      'priority: "high" is not a priority; allowed: a whole number from 1 to 999, or nothing',
    ],
    [
      { priority: '1.5' },
      'priority: "1.5" is not a priority; allowed: a whole number from 1 to 999, or nothing',
    ],
    // All that is wrong, but nothing that only follows from it.
    [
      { chapter: 'IX', articles: '53', priority: '-1' },
      'chapter: "IX" is not a chapter under review; allowed: II, III, IV, V',
      'priority: "-1" is not a priority; allowed: a whole number from 1 to 999, or nothing',
    ],
    [
      { category: 'none', subcategory: 'pm-other', types: 'staff-training', tags: 'x' },
      'category: "none" is not a category; allowed: capacity-building, institution-building, legislative-assistance, research-and-data, policymaking, international-cooperation, other',
      'tags: "x" is not a cross-cutting issue; allowed: training, good-practices',
    ],
    [
      { topics: 'x', subcategory: 'pm-other' },
      'topics: "x" is not a topic; allowed: statistics, databases',
      'subcategory: "pm-other" is not a subcategory of capacity-building; allowed: cb-training, cb-other',
    ],
  ])('with %j is refused', async (cells, ...faults) => {
    expect(await faultsOfNeed(cells)).toEqual(faults);
  });

  const texted = (cells: string) =>
    needsIn(`${csv('needs').trim()},text,language,quote,target_groups\n${need()},${cells}\n`);

  it.each([
    ['Something,,,', 'language: is empty; required for a text: one of ar, en, es, fr, ru, zh'],
    ['Something,de,,', 'language: "de" is not a language; allowed: ar, en, es, fr, ru, zh'],
    [`${'x'.repeat(2001)},en,,`, 'text: has 2001 characters; allowed: 2000'],
    [`${'x'.repeat(20_001)},en,,`, 'text: has 20001 characters; allowed: 2000'],
    [`,,${'x'.repeat(2001)},`, 'quote: has 2001 characters; allowed: 2000'],
    [
      'Damaged\ufffd,en,,',
      'text: contains a character that cannot be read (U+FFFD); allowed: letters, digits, punctuation, spaces and line breaks',
    ],
    [
      'Caf\ufffd,en,,',
      'text: contains a character that cannot be read (U+FFFD); allowed: letters, digits, punctuation, spaces and line breaks',
    ],
    [
      ',,,press',
      'target_groups: "press" is not a target group; allowed: officials, institutions, private-sector, media, civil-society',
    ],
    [',,,media;media', 'target_groups: "media" is given twice; allowed: once'],
  ])('with the text %.12s… is refused', async (cells, fault) => {
    expect((await texted(cells)).faults).toEqual([`2: ${fault}`]);
  });

  it('is not complained of for a column that the file lacks', async () => {
    const { faults } = await needsIn(
      'ref,state,cycle,chapter,articles,subcategory,topics,types,tags,priority\nN1,KEN,2,II,5,cb-training,,staff-training,,x\n',
    );
    expect(faults).toEqual([
      '1: category: the column is missing; required: ref, state, cycle, chapter, articles, category, subcategory, topics, types, tags, priority',
      '2: priority: "x" is not a priority; allowed: a whole number from 1 to 999, or nothing',
    ]);
  });
});

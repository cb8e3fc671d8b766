import type { Locale } from '#lib/convention/names';
import type { Colour } from '#lib/documents/figures/figure';
import { seriesChart } from '#lib/documents/figures/series-chart';
import type { Block, FinishedNote, Run, Runs } from '#lib/documents/model/document';

type NoteTexts = Readonly<{
  title: string;
  summary: string;
  heading: string;
  sub: string;
  sentence: string;
  item: string;
  figure: string;
  table: string;
  groups: readonly [string, string, string];
  categories: readonly [string, string];
  total: string;
  footnote: string;
  contents: string;
}>;

const en: NoteTexts = {
  title: 'Technical assistance needs identified in the country reviews',
  summary: 'The present note is about needs: ',
  heading: 'Introduction',
  sub: 'Overview',
  sentence: 'The number of needs was ',
  item: 'capacity-building',
  figure: 'Figure I',
  table: 'Table 1',
  groups: [
    'Group of African States',
    'Group of Asia-Pacific States',
    'Group of Latin American and Caribbean States',
  ],
  categories: ['Capacity-building', 'Legislative assistance'],
  total: 'Total',
  footnote: 'See the guide.',
  contents: 'Contents',
};
const textsIn: Readonly<Record<Locale, NoteTexts>> = {
  en,
  es: {
    ...en,
    title: 'Necesidades de asistencia técnica señaladas en los exámenes',
    summary: 'La presente nota trata de las necesidades: ',
    heading: 'Introducción',
    sentence: 'El número de necesidades fue de ',
  },
  fr: {
    ...en,
    title: "Besoins d'assistance technique recensés lors des examens",
    summary: 'La présente note porte sur les besoins : ',
    heading: 'Généralités',
    sentence: 'Le nombre de besoins était de ',
  },
  ru: {
    ...en,
    title: 'Потребности в технической помощи, выявленные в ходе обзоров',
    summary: 'В настоящей записке рассматриваются потребности: ',
    heading: 'Введение',
    sentence: 'Число потребностей составило ',
  },
  ar: {
    title: 'الاحتياجات من المساعدة التقنية المستبانة في الاستعراضات القُطرية',
    summary: 'تتناول هذه المذكرة الاحتياجات: ',
    heading: 'مقدمة',
    sub: 'لمحة عامة',
    sentence: 'بلغ عدد الاحتياجات ',
    item: 'بناء القدرات',
    figure: 'الشكل الأول',
    table: 'الجدول 1',
    groups: [
      'مجموعة الدول الأفريقية',
      'مجموعة دول آسيا والمحيط الهادئ',
      'مجموعة دول أمريكا اللاتينية والكاريبي',
    ],
    categories: ['بناء القدرات', 'المساعدة التشريعية'],
    total: 'المجموع',
    footnote: 'انظر الدليل.',
    contents: 'المحتويات',
  },
  zh: {
    title: '国别审议中查明的技术援助需求',
    summary: '本说明述及各项需求：',
    heading: '导言',
    sub: '概览',
    sentence: '需求总数为',
    item: '能力建设',
    figure: '图一',
    table: '表1',
    groups: ['非洲国家组', '亚洲及太平洋国家组', '拉丁美洲和加勒比国家组'],
    categories: ['能力建设', '立法援助'],
    total: '合计',
    footnote: '见指南。',
    contents: '目录',
  },
};

const bound = (value: string, text: string): Run => ({
  text,
  value,
  href: `/summaries/needs?cycle=2&value=${value}`,
});
const cells = (at: string, ...numbers: readonly number[]): readonly Runs[] =>
  numbers.map((n, i) => [bound(`${at}.${i}`, String(n))]);

/** What somebody might type to see whether a page takes it for its own. */
export const planted = `<script>alert("1")</script> & 'x' "y" </style></title>`;

/** A small note of invented numbers with a block of each kind; `rows` makes its table long. */
export function smallNote(
  locale: Locale,
  { rows = 3, draft = false, title }: { rows?: number; draft?: boolean; title?: string } = {},
): FinishedNote {
  const said = textsIn[locale];
  const marks: Runs = draft
    ? [
        { text: '41', value: 'held.one', mark: 'held' },
        { text: ', ' },
        { text: '42', value: 'typed.one', mark: 'typed' },
        { text: ', ' },
        { text: '43 false words', mark: 'false' },
      ]
    : [];
  const blocks: Block[] = [
    { kind: 'heading', key: 'intro', level: 1, number: 'I.', runs: [{ text: said.heading }] },
    {
      kind: 'paragraph',
      key: 'first',
      number: 1,
      runs: [
        { text: said.sentence },
        bound('overall.needs', '1,315'),
        { text: ' (' },
        { text: said.figure, reference: 'by-region' },
        { text: ').' },
        { text: '', footnote: 1 },
        { text: ' 4/1', mark: 'citation' },
        ...marks,
      ],
    },
    {
      kind: 'item',
      key: 'a',
      label: '(a)',
      runs: [{ text: `${said.item}: ` }, bound('share.one', '64%')],
    },
    { kind: 'item', key: 'b', label: '(b)', runs: [{ text: planted }] },
    {
      kind: 'heading',
      key: 'sub',
      level: 2,
      number: 'A.',
      runs: [{ text: said.sub }, { text: '', footnote: 1 }],
    },
    {
      kind: 'figure',
      key: 'by-region',
      label: said.figure,
      caption: [{ text: said.title }],
      note: [{ text: said.summary }],
      description: `${said.figure}: ${planted}`,
      chart: seriesChart(locale, {
        kind: 'stacked',
        percent: false,
        axis: said.sub,
        labels: said.groups,
        series: said.categories.map((name, colour) => ({
          name,
          colour: (colour + 1) as Colour,
          values: [202 - colour * 90, 71, 42 - colour * 42],
        })),
      }),
      table: {
        columns: [said.sub, ...said.categories],
        rows: said.groups.map((header, i) => ({
          header,
          cells: cells(`region.${i}`, [202, 71, 42][i]!, [112, 71, 0][i]!),
        })),
      },
    },
    {
      kind: 'table',
      key: 'matrix',
      label: said.table,
      caption: [{ text: said.title }],
      note: null,
      table: {
        columns: [said.sub, ...said.categories],
        rows: [
          ...Array.from({ length: rows }, (_, i) => ({
            header: `5;${i + 6}`,
            cells: cells(`matrix.${i}`, i + 7, i + 1007),
          })),
          { header: said.total, cells: cells('matrix.sum', 27, 3027), sum: true },
        ],
      },
    },
    {
      kind: 'figure',
      key: 'shares',
      label: `${said.figure} bis`,
      caption: [{ text: said.item }],
      note: null,
      description: said.item,
      chart: seriesChart(locale, {
        kind: 'bars',
        percent: true,
        axis: '',
        labels: said.groups,
        series: [{ name: said.item, colour: 0, values: [64, 23, 13] }],
      }),
      table: {
        columns: [said.sub, said.item],
        rows: said.groups.map((header, i) => ({
          header,
          cells: [[bound(`shares.${i}`, ['64%', '23%', '13%'][i]!)]],
        })),
      },
    },
    { kind: 'heading', key: 'deep', level: 3, number: '1.', runs: [{ text: said.sub }] },
    {
      kind: 'paragraph',
      key: 'second',
      number: 2,
      runs: [{ text: said.sentence }, bound('second.needs', '137')],
    },
  ];
  return {
    locale,
    blocks,
    head: {
      symbol: 'CAC/COSP/IRG/2027/9',
      lines: ['Distr.: General', '6 March 2027'],
      body: 'Conference of the States Parties',
      session: 'Implementation Review Group',
      place: 'Vienna',
      agendaItem: 'Item 4',
      title: title ?? said.title,
      author: 'Note by the Secretariat',
      summaryTitle: said.sub,
      summary: [{ text: said.summary }, bound('summary.needs', '1,316')],
    },
    footnotes: [
      {
        number: 1,
        runs: [{ text: said.footnote }, { text: ' ' }, bound('footnote.needs', '1,317')],
      },
    ],
    annex: {
      title: `${said.sub} (annex)`,
      introduction: said.summary,
      columns: ['Place', 'What', 'How', 'Of', 'Number'],
      rows: [
        {
          value: 'overall.needs',
          place: 'para. 1',
          definition: 'needs',
          rule: 'counted',
          base: 'all',
          shown: '1,315',
        },
      ],
    },
    colophon: 'Cut-off 2027-02-28, revision 1204.',
    cutoff: '2027-02-28',
    revision: 1204,
    checksum: 'ab'.repeat(32),
    labels: {
      contents: said.contents,
      footnotes: `${said.footnote} (all)`,
      draft: draft ? 'DRAFT' : null,
      page: 'Page',
    },
  };
}

/** Every run of a note, wherever it stands. */
export const runsOf = ({ head, blocks, footnotes }: FinishedNote): readonly Run[] => [
  ...head.summary,
  ...footnotes.flatMap(({ runs }) => runs),
  ...blocks.flatMap((block) =>
    'runs' in block
      ? block.runs
      : [
          ...block.caption,
          ...(block.note ?? []),
          ...block.table.rows.flatMap(({ cells: row }) => row.flat()),
        ],
  ),
];

import type { Colour } from '#lib/documents/figures/figure';
import { seriesChart } from '#lib/documents/figures/series-chart';
import type { Block, FinishedNote, Run, Runs, Table } from '#lib/documents/model/document';

export type FixtureLocale = 'en' | 'ar' | 'zh';
type Said = Readonly<Record<FixtureLocale, string>>;

const says = (en: string, ar: string, zh: string): Said => ({ en, ar, zh });
const regions = [
  says('Group of African States', 'مجموعة الدول الأفريقية', '非洲国家组'),
  says('Group of Asia-Pacific States', 'مجموعة دول آسيا والمحيط الهادئ', '亚洲—太平洋国家组'),
  says('Group of Eastern European States', 'مجموعة دول أوروبا الشرقية', '东欧国家组'),
  says(
    'Group of Latin American and Caribbean States',
    'مجموعة دول أمريكا اللاتينية والكاريبي',
    '拉丁美洲和加勒比国家组',
  ),
  says(
    'Group of Western European and other States',
    'مجموعة دول أوروبا الغربية ودول أخرى',
    '西欧和其他国家组',
  ),
];
const categories = [
  says('Capacity-building', 'بناء القدرات', '能力建设'),
  says('Institution-building', 'بناء المؤسسات', '体制建设'),
  says('Legislative assistance', 'المساعدة التشريعية', '立法援助'),
  says(
    'Research, data-gathering and analysis',
    'البحث وجمع البيانات وتحليلها',
    '研究、数据收集和分析',
  ),
  says('Policymaking', 'رسم السياسات', '政策制定'),
];
const states = [22, 12, 10, 14, 9];
const withNeeds = [17, 10, 4, 6, 1];
const needs = [137, 50, 41, 38, 49];
const shares = [44, 16, 13, 12, 15];
const byRegion = [
  [60, 25, 5, 9, 1],
  [64, 32, 0, 4, 0],
  [48, 30, 10, 12, 0],
  [50, 20, 20, 10, 0],
  [35, 25, 20, 15, 5],
];

/**
 * A note written by hand with one of everything: what each language sets differently, marks of a
 * draft, and numbers that occur twice.
 */
export function finishedNote(
  locale: FixtureLocale,
  { draft = false }: { draft?: boolean } = {},
): FinishedNote {
  const t = (said: Said) => said[locale];
  const say = (en: string, ar: string, zh: string): Run => ({ text: says(en, ar, zh)[locale] });
  const value = (key: string, shown: string | number, mark?: Run['mark']): Run => ({
    text: String(shown),
    value: key,
    href: '/summaries/needs?cycle=2&chapter=II',
    ...(mark ? { mark } : {}),
  });
  const percent = (n: number) => (locale === 'ar' ? `${n}\u200e%\u200e` : `${n}%`);
  const refer = (key: string, text: string): Run => ({
    text,
    reference: key,
    value: `refers.${key}`,
  });
  const figureNumber = (n: 1 | 2) =>
    ({ en: ['I', 'II'], ar: ['الأول', 'الثاني'], zh: ['一', '二'] })[locale][n - 1] ?? '';
  const figureLabel = (n: 1 | 2) => `${t(says('Figure ', 'الشكل ', '图'))}${figureNumber(n)}`;
  const statesTable: Table = {
    columns: [
      t(says('Regional group', 'المجموعة الإقليمية', '区域组')),
      t(
        says(
          'States with completed executive summaries',
          'دول أُنجزت خلاصاتها الوافية',
          '已完成执行摘要的国家',
        ),
      ),
      t(says('States with needs', 'دول لديها احتياجات', '有需求的国家')),
    ],
    rows: regions.map((region, n) => ({
      header: t(region),
      cells: [
        [value(`figure-states.states.${n}`, states[n] ?? 0)],
        [value(`figure-states.needs.${n}`, withNeeds[n] ?? 0)],
      ],
    })),
  };
  const shareTable: Table = {
    columns: [t(says('Category', 'الفئة', '类别')), ...regions.map(t)],
    rows: categories.map((category, n) => ({
      header: t(category),
      cells: (byRegion[n] ?? []).map((share, r): Runs => [
        value(`figure-shares.${n}.${r}`, percent(share)),
      ]),
    })),
  };
  const needsTable: Table = {
    columns: [
      t(says('Category of need', 'فئة الاحتياج', '需求类别')),
      t(says('Number of needs', 'عدد الاحتياجات', '需求数量')),
      t(says('Percentage', 'النسبة المئوية', '百分比')),
    ],
    rows: [
      ...categories.map((category, n) => ({
        header: t(category),
        cells: [
          [value(`table-needs.needs.${n}`, needs[n] ?? 0, n === 4 ? 'typed' : undefined)],
          [value(`table-needs.share.${n}`, percent(shares[n] ?? 0))],
        ],
      })),
      {
        header: t(says('Total', 'المجموع', '合计')),
        cells: [[value('table-needs.total', 315)], [value('table-needs.all', percent(100))]],
        sum: true,
      },
    ],
  };
  const heading = (key: string, level: 1 | 2 | 3, number: Said, runs: Runs): Block => ({
    kind: 'heading',
    key,
    level,
    number: t(number),
    runs,
  });
  const same = (text: string) => says(text, text, text);
  const blocks: Block[] = [
    heading('introduction', 1, says('I.', 'أولا-', '一.'), [say('Introduction', 'مقدمة', '引言')]),
    {
      kind: 'paragraph',
      key: 'mandate',
      number: 1,
      runs: [
        say('In its resolution ', 'أوصى مؤتمر الدول الأطراف، في قراره ', '缔约国会议在其第'),
        { text: '4/1', mark: 'citation' },
        say(
          ', the Conference recommended that all States parties & signatories identify their technical assistance needs <in order of priority>.',
          '، بأن تحدد جميع الدول الأطراف احتياجاتها من المساعدة التقنية، بترتيب الأولوية.',
          '号决议中建议所有缔约国查明技术援助需求，最好排定优先次序。',
        ),
        { text: '', footnote: 1 },
      ],
    },
    {
      kind: 'paragraph',
      key: 'parts',
      number: 2,
      runs: [
        say('The present document is based on ', 'وتستند هذه الوثيقة إلى ', '本文件依据'),
        value('parts.summaries', 67),
        say(
          ' completed executive summaries and consists of:',
          ' خلاصة وافية منجزة، وتتألف من:',
          '份已完成的执行摘要，由以下部分组成：',
        ),
      ],
    },
    {
      kind: 'item',
      key: 'part-a',
      label: t(says('(a)', '(أ)', '(a)')),
      runs: [
        say(
          'An analysis of the needs under chapter II;',
          'تحليل للاحتياجات في إطار الفصل الثاني؛',
          '对第二章相关需求的分析；',
        ),
      ],
    },
    {
      kind: 'item',
      key: 'part-b',
      label: t(says('(b)', '(ب)', '(b)')),
      runs: [
        say('A breakdown of ', 'تصنيف ', '对'),
        value('part-b.needs', 315),
        say(' needs by region.', ' احتياجا حسب المنطقة.', '项需求按区域的分列。'),
      ],
    },
    heading('analysis', 1, says('II.', 'ثانيا-', '二.'), [
      say(
        'Analysis of technical assistance needs',
        'تحليل احتياجات المساعدة التقنية',
        '技术援助需求分析',
      ),
    ]),
    heading('overall', 2, says('A.', 'ألف-', 'A.'), [
      say('Overall assessment', 'تقييم عام', '整体评估'),
    ]),
    {
      kind: 'paragraph',
      key: 'overall-needs',
      number: 3,
      runs: [
        say('A total of ', 'وحدد ما مجموعه ', '共有'),
        value('overall.states', 38),
        say(' of ', ' دولة من أصل ', '个国家（共'),
        value('overall.of', 57),
        say(' States identified ', ' دولة ', '个国家）查明'),
        value('overall.needs', 315, 'held'),
        say(' individual needs (see ', ' احتياجا منفردا (انظر ', '项单项需求（见'),
        refer('figure-states', figureLabel(1)),
        say(' and paragraph ', ' والفقرة ', '和第'),
        refer('parts', '2'),
        say(' above). See also document ', ' أعلاه). انظر أيضا الوثيقة ', '段）。另见文件'),
        { text: 'CAC/COSP/2021/10', mark: 'citation' },
        say('.', '.', '。'),
      ],
    },
    {
      kind: 'figure',
      key: 'figure-states',
      label: figureLabel(1),
      caption: [
        say(
          'States with completed executive summaries and with needs, by region',
          'الدول التي أُنجزت خلاصاتها الوافية والتي لديها احتياجات، حسب المنطقة',
          '按区域分列的已完成执行摘要的国家和有需求的国家数目',
        ),
      ],
      note: null,
      table: statesTable,
      description: t(
        says(
          'Bars: the African group has 22 summaries, 17 of them with needs.',
          'أعمدة: لدى المجموعة الأفريقية 22 خلاصة، منها 17 فيها احتياجات.',
          '条形图：非洲组有22份摘要，其中17份有需求。',
        ),
      ),
      chart: seriesChart(locale, {
        kind: 'bars',
        labels: regions.map(t),
        percent: false,
        axis: t(says('Number of States', 'عدد الدول', '国家数目')),
        series: [
          { name: statesTable.columns[1] ?? '', colour: 0, values: states },
          { name: statesTable.columns[2] ?? '', colour: 1, values: withNeeds },
        ],
      }),
    },
    heading('capacity', 3, same('1.'), [say('Capacity-building', 'بناء القدرات', '能力建设')]),
    {
      kind: 'paragraph',
      key: 'capacity-needs',
      number: 4,
      runs: [
        say(
          'Capacity-building remains the most common category, with ',
          'ولا يزال بناء القدرات الفئة الأكثر شيوعا، إذ بلغت ',
          '能力建设仍是最常见的类别，共',
        ),
        value('capacity.needs', 137),
        say(' needs or ', ' احتياجا، أي ', '项需求，占'),
        value('capacity.share', percent(44)),
        {
          ...say(
            ' of all needs, more than half of them from Africa',
            ' من جميع الاحتياجات، أكثر من نصفها من أفريقيا',
            '，其中一半以上来自非洲',
          ),
          mark: 'false',
        },
        say(' (see ', ' (انظر ', '（见'),
        refer('table-needs', `${t(says('table ', 'الجدول ', '表'))}1`),
        say(' and ', ' و', '和'),
        refer('figure-shares', figureLabel(2)),
        say(').', ').', '）。'),
        { text: '', footnote: 2 },
      ],
    },
    {
      kind: 'table',
      key: 'table-needs',
      label: `${t(says('Table ', 'الجدول ', '表'))}1`,
      caption: [say('Needs by category', 'الاحتياجات حسب الفئة', '按类别分列的需求')],
      note: [
        say(
          'Each need is counted in exactly one row.',
          'يُحسب كل احتياج في صف واحد فقط.',
          '每项需求仅计入一行。',
        ),
      ],
      table: needsTable,
    },
    {
      kind: 'figure',
      key: 'figure-shares',
      label: figureLabel(2),
      caption: [
        say(
          'Percentage of needs in each category, by region',
          'النسبة المئوية للاحتياجات في كل فئة، حسب المنطقة',
          '各类别需求按区域分列的百分比',
        ),
      ],
      note: [say('Percentages are rounded.', 'النسب المئوية مقرَّبة.', '百分比经四舍五入。')],
      table: shareTable,
      description: t(
        says('Stacked bars of percentages.', 'أعمدة متراكمة بالنسب المئوية.', '百分比堆积条形图。'),
      ),
      chart: seriesChart(locale, {
        kind: 'stacked',
        labels: categories.map(t),
        percent: true,
        axis: t(says('Percentage of needs', 'النسبة المئوية للاحتياجات', '需求百分比')),
        series: regions.map((region, r) => ({
          name: t(region),
          colour: r as Colour,
          values: byRegion.map((row) => row[r] ?? 0),
        })),
      }),
    },
    {
      kind: 'paragraph',
      key: 'outlook',
      number: 5,
      runs: [
        say('As recalled in section ', 'وكما ذُكر في القسم ', '如第'),
        refer('introduction', t(says('I', 'أولا', '一'))),
        say(', ', '، فإن ', '节所述，'),
        value('outlook.needs', 315),
        say(' needs remain open.', ' احتياجا لا تزال قائمة.', '项需求仍待满足。'),
      ],
    },
  ];
  const annexed = (key: string, shown: string, definition: Said) => ({
    value: key,
    place: t(says('Paragraph 3', 'الفقرة 3', '第3段')),
    definition: t(definition),
    rule: t(says('Each need once', 'كل احتياج مرة واحدة', '每项需求计一次')),
    base: t(says('All needs of chapter II', 'جميع احتياجات الفصل الثاني', '第二章所有需求')),
    shown,
  });
  return {
    locale,
    head: {
      symbol: 'CAC/COSP/IRG/2023/4',
      lines: [
        t(says('Distr.: General', 'التوزيع: عام', '分发：一般')),
        'CAC/COSP/IRG/2023/4',
        t(says('27 March 2023', '27 آذار/مارس 2023', '2023年3月27日')),
        t(says('Original: English', 'الأصل: بالإنكليزية', '原文：英文')),
      ],
      body: t(
        says(
          'Conference of the States Parties to the United Nations Convention against Corruption',
          'مؤتمر الدول الأطراف في اتفاقية الأمم المتحدة لمكافحة الفساد',
          '联合国反腐败公约缔约国会议',
        ),
      ),
      session: t(says('Fourteenth session', 'الدورة الرابعة عشرة', '第十四届会议')),
      place: t(
        says(
          'Vienna, 12–16 June 2023',
          'فيينا، 12-16 حزيران/يونيه 2023',
          '2023年6月12日至16日，维也纳',
        ),
      ),
      agendaItem: t(
        says('Item 5 of the provisional agenda', 'البند 5 من جدول الأعمال المؤقت', '临时议程项目5'),
      ),
      title: t(
        says(
          'Analysis of technical assistance needs emerging from the country reviews',
          'تحليل احتياجات المساعدة التقنية المنبثقة عن الاستعراضات القُطرية',
          '对国别审议所确定的技术援助需求的分析',
        ),
      ),
      author: t(says('Note by the Secretariat', 'مذكرة من الأمانة', '秘书处的说明')),
      summaryTitle: t(says('Summary', 'ملخص', '概要')),
      summary: [
        say('The present note analyses ', 'تتضمن هذه المذكرة تحليلا لما عدده ', '本说明分析了'),
        value('summary.needs', 315),
        say(
          ' technical assistance needs identified under chapter II of the Convention during the second review cycle.',
          ' احتياجا من المساعدة التقنية حُددت في إطار الفصل الثاني من الاتفاقية خلال دورة الاستعراض الثانية.',
          '项在第二审议周期期间确定的与《公约》第二章有关的技术援助需求。',
        ),
      ],
    },
    blocks,
    footnotes: [
      {
        number: 1,
        runs: [
          say('See also CAC/COSP/2021/9.', 'انظر أيضا CAC/COSP/2021/9.', '另见CAC/COSP/2021/9。'),
        ],
      },
      {
        number: 2,
        runs: [
          say('Of these, ', 'منها ', '其中'),
          value('footnote.training', 91),
          say(' concern training.', ' احتياجا تتعلق بالتدريب.', '项涉及培训。'),
        ],
      },
    ],
    annex: {
      title: t(
        says(
          'Annex. Numbers of the present note',
          'المرفق- أرقام هذه المذكرة',
          '附件 本说明中的数字',
        ),
      ),
      introduction: t(
        says(
          'Every number was counted from the register.',
          'حُسب كل رقم من السجل.',
          '每个数字均由登记册统计得出。',
        ),
      ),
      columns: [
        t(says('Place', 'الموضع', '位置')),
        t(says('Number', 'الرقم', '数字')),
        t(says('Rule', 'القاعدة', '规则')),
        t(says('Base', 'الأساس', '基数')),
        t(says('Value', 'القيمة', '数值')),
      ],
      rows: [
        annexed(
          'overall.states',
          '38',
          says('States with needs', 'دول لديها احتياجات', '有需求的国家'),
        ),
        annexed('overall.of', '57', says('States in the cycle', 'دول الدورة', '周期内的国家')),
        annexed(
          'overall.needs',
          '315',
          says('Needs under chapter II', 'احتياجات الفصل الثاني', '第二章需求'),
        ),
        annexed(
          'capacity.needs',
          '137',
          says('Needs for capacity-building', 'احتياجات بناء القدرات', '能力建设需求'),
        ),
        annexed(
          'capacity.share',
          percent(44),
          says('Share of capacity-building', 'نسبة بناء القدرات', '能力建设所占比例'),
        ),
      ],
    },
    colophon: t(
      says(
        'Needs as at 28 February 2023; revision 412 of the register; checksum 9f2c41d0.',
        'الاحتياجات حتى 28 شباط/فبراير 2023؛ المراجعة 412 من السجل؛ المجموع الاختباري 9f2c41d0.',
        '截至2023年2月28日的需求；登记册第412次修订；校验和9f2c41d0。',
      ),
    ),
    cutoff: '2023-02-28',
    revision: 412,
    checksum: '9f2c41d0a7b3e5c8f1d2a3b4c5d6e7f809a1b2c3d4e5f60718293a4b5c6d7e8f',
    labels: {
      contents: t(says('Contents', 'المحتويات', '目录')),
      footnotes: t(says('Footnotes', 'الحواشي', '脚注')),
      draft: draft ? t(says('Draft', 'مسودة', '草案')) : null,
      page: t(says('Page', 'الصفحة', '页')),
    },
  };
}

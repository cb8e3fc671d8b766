import type { HubNeeds } from '#lib/assistance/hubs/needs';
import type { HubView } from '#lib/assistance/hubs/queries';
import type { ActivityView } from '#lib/assistance/activities/queries';
import { themeName } from '#lib/assistance/activities/vocabulary';
import { articleTitle } from '#lib/convention/articles';
import { categoryName } from '#lib/convention/categories';
import { chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { stateName } from '#lib/convention/states';
import { formatDate, formatList, formatNumber, formatPartOfDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { Block, FinishedNote, Table } from '#lib/documents/model/document';

export type HubBriefInput = Readonly<{
  hub: HubView;
  needs: HubNeeds;
  activities: readonly ActivityView[];
  terms: Vocabulary;
  revision: number;
  day: string;
}>;

const roman = ['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.'];

/** Collects blocks, and numbers paragraphs, tables and headings in order. */
class BlockList {
  readonly all: Block[] = [];
  #paragraphs = 0;
  #tables = 0;
  #headings = 0;
  readonly #t: Translate;
  constructor(t: Translate) {
    this.#t = t;
  }
  heading(text: string) {
    this.all.push({
      kind: 'heading',
      key: `heading-${this.#headings}`,
      level: 1,
      number: roman[this.#headings] ?? `${this.#headings + 1}.`,
      runs: [{ text }],
    });
    this.#headings += 1;
  }
  paragraph(text: string) {
    this.#paragraphs += 1;
    this.all.push({
      kind: 'paragraph',
      key: `paragraph-${this.#paragraphs}`,
      number: this.#paragraphs,
      runs: [{ text }],
    });
  }
  table(caption: string, table: Table, note: string | null = null) {
    if (table.rows.length === 0) return;
    this.#tables += 1;
    this.all.push({
      kind: 'table',
      key: `table-${this.#tables}`,
      label: this.#t('notes.document.table', { number: this.#tables }),
      caption: [{ text: caption }],
      note: note ? [{ text: note }] : null,
      table,
    });
  }
}

/** What every part of a brief needs. */
type Brief = Readonly<{ blocks: BlockList; locale: Locale; t: Translate }>;
type ChapterCount = HubNeeds['chapters'][number]['count'];

const termName = (locale: Locale, terms: Vocabulary['topics'], code: string) =>
  terms.find((term) => term.code === code)?.names[locale] ?? code;

const countTable = (
  locale: Locale,
  heading: string,
  unit: string,
  rows: readonly Readonly<{ name: string; n: number }>[],
): Table => ({
  columns: [heading, unit],
  rows: rows
    .filter(({ n }) => n > 0)
    .map(({ name, n }) => ({ header: name, cells: [[{ text: formatNumber(locale, n) }]] })),
});

/** Adds the facts about the hub. */
function addHub({ blocks, locale, t }: Brief, hub: HubView) {
  const list = (items: readonly string[]) => formatList(locale, items);
  blocks.heading(t('hubs.title'));
  if (hub.description) blocks.paragraph(hub.description);
  const facts = [
    ['startedOn', hub.startedOn ? formatPartOfDate(locale, hub.startedOn) : ''],
    ['endedOn', hub.endedOn ? formatPartOfDate(locale, hub.endedOn) : ''],
    ['areas', list(hub.areas)],
    ['regions', list(hub.regions.map((region) => regionName(region, locale)))],
    ['location', hub.location ? stateName(hub.location, locale) : ''],
    ['states', list(hub.states.map((code) => stateName(code, locale)))],
    ['themes', list(hub.themes.map((theme) => themeName(theme, locale)))],
  ] as const;
  for (const [field, value] of facts)
    if (value)
      blocks.paragraph(
        t('imports.columnFault', { column: t(`hubs.fields.${field}`), text: value }),
      );
}

/** Adds the needs under a chapter by status and article. */
function addStatuses({ blocks, locale, t }: Brief, name: string, count: ChapterCount) {
  blocks.table(`${name}: ${t('hubs.by.statuses')}`, {
    columns: [t('hubs.what'), t('hubs.needs')],
    rows: count.statuses.map(({ status, needs: n }) => ({
      header: t(`matches.statuses.${status}`),
      cells: [[{ text: formatNumber(locale, n) }]],
    })),
  });
  blocks.table(
    `${name}: ${t('hubs.by.articles')}`,
    countTable(
      locale,
      t('hubs.what'),
      t('hubs.needs'),
      count.articles.map(({ article, needs: n }) => ({
        name: `${article} · ${articleTitle(Number(article), locale)}`,
        n,
      })),
    ),
    t('hubs.articleNote'),
  );
}

/** Adds the needs under a chapter by category, topic and type. */
function addSubjects(
  { blocks, locale, t }: Brief,
  name: string,
  count: ChapterCount,
  terms: Vocabulary,
) {
  blocks.table(
    `${name}: ${t('hubs.by.categories')}`,
    countTable(
      locale,
      t('hubs.what'),
      t('hubs.needs'),
      count.categories.flatMap(({ category, needs: n, subcategories }) => [
        { name: categoryName(category, locale), n },
        ...subcategories.map((row) => ({
          name: `– ${termName(locale, terms.subcategories, row.subcategory)}`,
          n: row.needs,
        })),
      ]),
    ),
  );
  blocks.table(
    `${name}: ${t('hubs.by.topics')}`,
    countTable(
      locale,
      t('hubs.what'),
      t('hubs.needs'),
      count.topics.map(({ topic, needs: n }) => ({
        name: termName(locale, terms.topics, topic),
        n,
      })),
    ),
  );
  blocks.table(
    `${name}: ${t('hubs.by.types')}`,
    countTable(
      locale,
      t('hubs.what'),
      t('hubs.mentions'),
      (count.types.find(({ region }) => region === null)?.types ?? []).map(
        ({ type, mentions: n }) => ({ name: termName(locale, terms.types, type), n }),
      ),
    ),
  );
}

/** Adds the needs of the hub's States, chapter by chapter. */
function addNeeds(brief: Brief, needs: HubNeeds, terms: Vocabulary) {
  const { blocks, locale, t } = brief;
  blocks.heading(t('hubs.needsTitle'));
  if (needs.tooFewStates) blocks.paragraph(t('hubs.fewStates'));
  if (needs.chapters.length === 0 && !needs.tooFewStates) blocks.paragraph(t('hubs.noNeeds'));
  for (const { chapter, count } of needs.chapters) {
    const name = `${t('provisions.chapter', { chapter })} · ${chapterTitle(chapter, locale)}`;
    blocks.paragraph(
      t('imports.columnFault', {
        column: name,
        text: t('hubs.needsLead', { needs: count.totals.needs, summaries: count.totals.summaries }),
      }),
    );
    addStatuses(brief, name, count);
    addSubjects(brief, name, count, terms);
  }
}

/** Adds the activities in the area of the hub. */
function addActivities({ blocks, locale, t }: Brief, activities: readonly ActivityView[]) {
  if (activities.length === 0) return;
  blocks.heading(t('hubs.activities'));
  blocks.table(t('hubs.activities'), {
    columns: [
      t('assistance.fields.reference'),
      t('assistance.fields.title'),
      t('assistance.fields.theme'),
      t('assistance.fields.status'),
    ],
    rows: activities.map(({ reference, status, content }) => ({
      header: reference,
      cells: [
        [{ text: content.title }],
        [{ text: themeName(content.theme, locale) }],
        [{ text: t(`assistance.statuses.${status}`) }],
      ],
    })),
  });
}

/**
 * Renders the brief of a hub: its facts, the needs of its States and the activities in its area, in
 * the words and numbers of its page.
 */
export function renderHubBrief(
  locale: Locale,
  t: Translate,
  { hub, needs, activities, terms, revision, day }: HubBriefInput,
): FinishedNote {
  const blocks = new BlockList(t);
  const brief: Brief = { blocks, locale, t };
  addHub(brief, hub);
  addNeeds(brief, needs, terms);
  addActivities(brief, activities);
  return {
    locale,
    blocks: blocks.all,
    footnotes: [],
    cutoff: day,
    revision,
    checksum: '',
    colophon: t('hubs.colophon', { date: formatDate(locale, day), revision }),
    head: {
      symbol: '',
      lines: [formatDate(locale, day)],
      body: t('site.name'),
      session: '',
      place: '',
      agendaItem: '',
      title: hub.name,
      author: t('hubs.brief'),
      summaryTitle: '',
      summary: [],
    },
    annex: { title: '', introduction: '', columns: ['', '', '', '', ''], rows: [] },
    labels: {
      contents: t('notes.document.contents'),
      footnotes: t('notes.document.footnotes'),
      draft: null,
      page: t('notes.document.page'),
    },
  };
}

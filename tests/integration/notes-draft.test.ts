import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import type { Unit } from '#lib/assistance/activities/units';
import { locales, type Locale } from '#lib/convention/names';
import type { FinishedNote } from '#lib/documents/model/document';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { parseNoteDocx } from '#lib/documents/docx/parse-docx';
import { noteDocument } from '#lib/documents/html/note-document';
import { translator } from '#lib/text/i18n';
import { contradictionsIn, differingNumbers } from '#lib/notes/documents/verify-numbers';
import { renderText } from '#lib/documents/plain/render-text';
import { campaign } from '#tests/support/run/campaign';
import { onOneEngine } from '#tests/support/run/engines';
import {
  demonstrationManager,
  finished,
  opened,
  readIn,
  runsOf,
} from '#tests/support/factories/editions';
import { publishedFigures } from '#tests/support/counting/published-figures';

let manager: Actor;
let id: string;
let note: FinishedNote;

beforeAll(async () => {
  manager = await demonstrationManager();
  id = await opened(manager);
  note = await finished(manager, id);
});

/** Every day the documents of three scripts are read back, in a campaign those of all languages. */
const printed: readonly Locale[] = campaign ? locales : ['ar', 'en', 'zh'];

/** The note in a language and its Word document, made once for all tests. */
const written = new Map<
  Locale,
  Promise<Readonly<{ finishedIn: FinishedNote; docx: Uint8Array }>>
>();
function writtenIn(locale: Locale) {
  const make = async () => {
    const finishedIn = await finished(manager, id, locale);
    return { finishedIn, docx: await renderDocx(finishedIn) };
  };
  const known = written.get(locale) ?? make();
  written.set(locale, known);
  return known;
}

/** In which blocks of the draft the subject of a paragraph of the note of 2023 stands. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  p06: ['overall.new'],
  p08: ['category.capacity-building.size'],
  p10: ['category.institution-building.size'],
  p12: ['category.institutions'],
  p13: ['category.legislative-assistance.size', 'category.legislative-assistance.subcategories'],
  p15: ['category.research-and-data.size', 'category.research-and-data.subcategories'],
  p16: ['category.policymaking.size'],
  p17: [
    'category.international-cooperation.size',
    'category.international-cooperation.subcategories',
  ],
  p18: ['regions.EEG', 'regions.GRULAC', 'regions.WEOG', 'regions.few'],
  p19: ['regions.AFR', 'regions.APG', 'regions.deep'],
  p20: ['deep.AFR.articles'],
  p23: ['regions.example'],
  p24: ['deep.capacity'],
  p25: ['deep.AFR.types', 'deep.APG.types'],
  p26: ['deep.AFR.capacity-building'],
  p27: ['deep.APG.capacity-building'],
  p28: ['deep.AFR.institution-building'],
  p29: ['deep.APG.institution-building'],
  p30: ['deep.AFR.legislative-assistance'],
  p32: ['deep.AFR.research-and-data'],
  p34: ['deep.AFR.policymaking', 'deep.APG.policymaking'],
  p35: ['deep.APG.international-cooperation'],
  p36: ['cross.good-practices', 'cross.good-practices-deep'],
  p38: ['cross.training', 'cross.training-deep'],
};
const inParagraphs = publishedFigures.filter(
  ({ id: figure, status }) => status === 'must' && /^p\d\d-/.test(figure),
);
const inTables = publishedFigures.filter(
  ({ id: figure, status }) => status === 'must' && !/^p\d\d-/.test(figure),
);
/** How the draft says that there is none. */
const noneSaid: Readonly<Record<string, string>> = {
  'p18-weo-states': 'no State identified needs',
  'p28-af-12': 'No needs were identified under article 12',
  'p29-ap-14': 'No needs were identified under article 14',
};

const inWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const oneNumber = new RegExp(`\\d+(?:,\\d{3})*|\\b(?:${inWords.join('|')})\\b`, 'gi');
/** The numbers of a text, in figures or in words. */
const numbersIn = (text: string): number[] =>
  (text.match(oneNumber) ?? []).map(
    (number) => inWords.indexOf(number.toLowerCase()) + 1 || Number(number.replaceAll(',', '')),
  );

describe('the first draft with the cut-off of 28 February 2023', () => {
  it('is asked for all that the note of 2023 says', () => {
    expect(inParagraphs.length).toBeGreaterThan(90);
    expect(inTables.length).toBeGreaterThan(160);
    expect(inParagraphs.filter(({ id: figure }) => !(figure.slice(0, 3) in subjects))).toEqual([]);
  });

  it.each(inParagraphs.map((figure) => [figure.id, figure.what, figure] as const))(
    '%s stands in the paragraph of its subject: %s',
    (figureId, _what, { value }) => {
      const text = subjects[figureId.slice(0, 3)]!.map((key) => readIn(note, key)).join(' ');
      if (noneSaid[figureId]) expect(text).toContain(noneSaid[figureId]);
      else expect(numbersIn(text)).toContain(value);
    },
  );

  it('has every cell of tables 1 and 2 that must agree', () => {
    const categories = [
      'capacity-building',
      'institution-building',
      'legislative-assistance',
      'research-and-data',
      'policymaking',
      'international-cooperation',
    ];
    for (const {
      calc: {
        num: { region, category, article },
      },
      value,
      id: figureId,
    } of inTables) {
      const block = note.blocks.find(({ key }) => key === `table.${region![0]}`);
      if (block?.kind !== 'table') throw new Error('there is no such table');
      const row = block.table.rows.find(({ cells, sum }) =>
        article === undefined
          ? sum
          : cells.some(([run]) => run?.value?.startsWith(`table.${region![0]}.${article}.`)),
      );
      const column = category === undefined ? categories.length : categories.indexOf(category);
      // A row that is not there is a row of zeros.
      expect(row ? Number(row.cells[column]![0]!.text) : 0, figureId).toBe(value);
    }
  });

  it.runIf(onOneEngine)(
    'holds no digit that is neither bound, nor a reference, nor a name, in any language',
    async () => {
      for (const locale of locales) {
        const { blocks, head } = await finished(manager, id, locale);
        for (const runs of [head.summary, ...blocks.map(runsOf)]) {
          for (const { text, value, reference, mark } of runs)
            if (value === undefined && reference === undefined && mark !== 'citation')
              expect(text, `${locale} ${text}`).not.toMatch(/\p{Nd}/u);
        }
      }
    },
  );

  it('gives the same numbers for the same things in six languages', async () => {
    const numbers = async (locale: (typeof locales)[number]) =>
      Object.fromEntries(
        (await finished(manager, id, locale)).annex.rows.map(({ value, shown }) => [
          value,
          numbersIn(shown.replaceAll(/[\s\u00a0\u202f](?=\d{3})/g, ''))[0],
        ]),
      );
    const english = await numbers('en');
    expect(Object.keys(english).length).toBeGreaterThan(500);
    for (const locale of locales) expect(await numbers(locale), locale).toEqual(english);
  });

  it.runIf(onOneEngine).each(printed)(
    'contradicts itself nowhere, and its Word document read back says what was counted, in %s',
    async (locale) => {
      const { finishedIn, docx } = await writtenIn(locale);
      expect(contradictionsIn(finishedIn)).toEqual([]);
      expect(await differingNumbers(finishedIn, docx)).toEqual([]);
      const other = {
        ...finishedIn,
        blocks: finishedIn.blocks.map((block) =>
          block.kind === 'paragraph' && block.key === 'overall.new'
            ? {
                ...block,
                runs: block.runs.map((run) => (run.text === '315' ? { ...run, text: '316' } : run)),
              }
            : block,
        ),
      };
      expect(await differingNumbers(other, docx)).toEqual(['overall.new.needs']);
    },
  );

  it.runIf(onOneEngine).each(printed)(
    'says the same in the Word document, the page and the plain text, in %s',
    async (locale) => {
      const { finishedIn, docx } = await writtenIn(locale);
      const { paragraphs } = await parseNoteDocx(docx);
      const bound = new Map(
        paragraphs.flatMap(({ pieces }) =>
          pieces.flatMap(({ key, text }) => (key === undefined ? [] : [[key, text] as const])),
        ),
      );
      const html = noteDocument(finishedIn, {
        links: 'none',
        base: '',
        labels: { back: '', marks: null },
      });
      const plain = renderText(finishedIn);
      const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
      const asText = flat(
        html
          .replaceAll(/<[^>]+>/g, '')
          .replaceAll('&amp;', '&')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'"),
      );
      const word = flat(paragraphs.map(({ text }) => text).join(' '));
      let checked = 0;
      for (const block of finishedIn.blocks) {
        for (const { value, text } of runsOf(block)) {
          if (value === undefined || value.length > 60) continue;
          expect(bound.get(value), value).toBe(text);
          checked += 1;
        }
        const sentence = flat(
          runsOf(block)
            .filter(({ footnote }) => footnote === undefined)
            .map(({ text }) => text)
            .join(''),
        );
        if (runsOf(block).some(({ footnote }) => footnote !== undefined)) continue;
        for (const whole of [asText, flat(plain), word])
          expect(whole.includes(sentence), `${locale} ${block.key}: ${sentence.slice(0, 80)}`).toBe(
            true,
          );
      }
      expect(checked).toBeGreaterThan(200);
    },
  );

  it('tells the assistance of the note of 2023 theme by theme, with every State that it names', () => {
    const records = JSON.parse(
      readFileSync('db/seed/demonstration/assistance.json', 'utf8'),
    ) as readonly Readonly<{
      ref: string;
      theme: string;
      status: string;
      recipients?: string;
      from?: string;
    }>[];
    const given = records.filter(
      ({ status, from }) => status !== 'planned' && (from ?? '') <= '2023-03-27',
    );
    expect(new Set(records.map(({ theme }) => theme)).size).toBe(13);
    for (const [theme, own] of Map.groupBy(given, (record) => record.theme)) {
      const text = readIn(note, `assistance.${theme}`);
      // Placeholder activities of the demonstration may stand beside those of the note.
      expect(numbersIn(text)[0], theme).toBeGreaterThanOrEqual(own.length);
      for (const state of own.flatMap(({ recipients = '' }) =>
        recipients.split('\n').filter(Boolean),
      ))
        expect(text, theme).toContain(state);
    }
    expect(
      given.flatMap(({ recipients = '' }) => recipients.split('\n').filter(Boolean)).length,
    ).toBeGreaterThan(60);
  });

  it.runIf(onOneEngine).each(locales)(
    'tells every number that the note of 2023 reports of assistance with what it counts, in %s',
    async (locale) => {
      const t = translator(locale);
      const finishedIn = await finished(manager, id, locale);
      const records = JSON.parse(
        readFileSync('db/seed/demonstration/assistance.json', 'utf8'),
      ) as readonly Readonly<{
        ref: string;
        theme: string;
        numberValue?: string[];
        numberQualifier?: string[];
        numberUnit?: string[];
      }>[];
      let told = 0;
      for (const {
        ref,
        theme,
        numberValue = [],
        numberQualifier = [],
        numberUnit = [],
      } of records) {
        for (const [at, value] of numberValue.entries()) {
          if (numberQualifier[at] === 'counted') continue;
          const number = t(`assistance.units.${numberUnit[at] as Unit}`, { count: Number(value) });
          expect(readIn(finishedIn, `assistance.${theme}`), ref).toContain(
            numberQualifier[at] === 'more-than' ? t('notes.say.moreThan', { number }) : number,
          );
          told += 1;
        }
      }
      expect(told).toBe(31);
    },
  );

  it.runIf(onOneEngine).each([
    ['en', 'I.', 'A.'],
    ['ar', 'أولا-', 'ألف-'],
    ['zh', '一.', 'A.'],
    ['ru', 'I.', 'A.'],
  ] as const)(
    'numbers its sections as documents of the United Nations do, in %s',
    async (locale, first, second) => {
      const headings = (await finished(manager, id, locale)).blocks.flatMap((block) =>
        block.kind === 'heading' ? [block] : [],
      );
      expect([
        headings.find(({ level }) => level === 1)!.number,
        headings.find(({ level }) => level === 2)!.number,
      ]).toEqual([first, second]);
      const ofLevel = headings.filter(({ level }) => level === 1).map(({ number }) => number);
      expect(new Set(ofLevel).size).toBe(ofLevel.length);
    },
  );

  it('tells what the assistance makes of the needs, and what went on since the note before', async () => {
    // No need has a match, so nothing is said of what is met, planned and unmet.
    expect(note.blocks.map(({ key }) => key)).not.toContain('assistance.statuses');
    expect(readIn(note, 'assistance.overview')).toMatch(
      /After 31 October 2021, the cut-off date of the previous note, \d+ activities continued or began, for \d+ States; 2,300 beneficiaries were reported\./,
    );
    const alone = await opened(manager, { previousCutoff: null });
    expect(readIn(await finished(manager, alone), 'assistance.overview')).not.toContain(
      'previous note',
    );
  });
});

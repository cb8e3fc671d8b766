import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { locales, type Locale } from '#lib/convention/names';
import { textOf, type FinishedNote } from '#lib/documents/model/document';
import { renderText } from '#lib/documents/plain/render-text';
import { onOneEngine } from '#tests/support/run/engines';
import {
  demonstrationManager,
  finished,
  opened,
  readIn,
  runsOf,
} from '#tests/support/factories/editions';

const notes = new Map<Locale, FinishedNote>();
const inLanguage = (locale: Locale) => notes.get(locale)!;

beforeAll(async () => {
  const manager: Actor = await demonstrationManager();
  const id = await opened(manager);
  for (const locale of locales) notes.set(locale, await finished(manager, id, locale));
});

const labels = ({ blocks }: FinishedNote) =>
  blocks.flatMap((block) =>
    block.kind === 'figure' || block.kind === 'item' ? [block.label.replaceAll('\u00a0', ' ')] : [],
  );
const blockOf = ({ blocks }: FinishedNote, key: string) => blocks.find((each) => each.key === key)!;

describe.runIf(onOneEngine)('a new edition is worded as the United Nations do', () => {
  it('in Chinese by titles, headings, captions and group names of the note of 2023', () => {
    const note = inLanguage('zh');
    const { head } = note;
    expect(head.title).toBe(
      '对国别审议所确定的技术援助需求的分析以及联合国毒品和犯罪问题办公室为支持实施《联合国反腐败公约》而提供的援助',
    );
    expect([head.body, head.session, head.place, head.author, head.summaryTitle]).toEqual([
      '实施情况审议组',
      '第十四届会议',
      '2023年6月12日至16日，维也纳',
      '秘书处的说明',
      '概要',
    ]);
    expect(head.lines).toEqual([
      'Distr.: General',
      '27 March 2023',
      'Chinese',
      'Original: English',
    ]);
    const headings = note.blocks.flatMap((block) =>
      block.kind === 'heading' ? [`${block.number} ${textOf(block.runs)}`] : [],
    );
    expect(headings).toEqual(
      expect.arrayContaining([
        '一. 引言',
        '二. 对通过实施情况审议机制确定的第二章相关技术援助需求的分析',
        'A. 整体评估',
        '1. 能力建设',
        '2. 体制建设',
        '3. 立法援助',
        '4. 研究、数据收集和分析',
        '5. 政策制定',
        '6. 促进与其他国家开展国际合作',
        'B. 对按区域确定的与《公约》第二章有关的技术援助需求的分析',
        'C. 与第二审议周期有关的跨领域问题',
        '1. 交流良好做法',
        '2. 培训和能力建设需求',
        '三. 向国家主管部门提供技术援助以有效预防腐败',
        '四. 技术援助：供进一步审议的问题',
      ]),
    );
    const captions = note.blocks.flatMap((block) =>
      'caption' in block ? [`${block.label} ${textOf(block.caption)}`] : [],
    );
    expect(captions).toEqual(
      expect.arrayContaining([
        '图一 按区域分列的已完成执行摘要的国家和有第二章相关技术援助需求的国家数目（第二周期）',
        '图二 按（第二章）条款分列的技术援助需求的数量和确定需求的国家数目',
        '图三 按类别分列的单项技术援助需求的百分比',
        '图四 报告技术援助需求的已完成执行摘要的国家百分比，按区域分列',
        '图五 非洲国家组：按（第二章）条款分列的占总体需求的百分比',
        '表1 非洲国家组：按（第二章）条款和类别细分的需求',
        '表2 亚太国家组：按（第二章）条款和类别细分的需求',
        '图七 按区域分列的已确定每一类别的需求所占百分比',
        '图八 非洲国家组：能力建设需求的类型',
        '图十 按（第二章）条款和区域分列的能力建设需求数量',
      ]),
    );
    expect(readIn(note, 'regions.few')).toContain('东欧国家组和拉丁美洲和加勒比国家组');
    const table = blockOf(note, 'table.AFR');
    const rows = table.kind === 'table' ? table.table.rows.map(({ header }) => header) : [];
    expect(rows).toEqual(
      expect.arrayContaining(['第五条', '第十四条', '第五条和第六条', '一般性技术援助需求']),
    );
    const words = note.blocks.map((block) => textOf(runsOf(block))).join('\n');
    expect(words).not.toMatch(/第[IVX\d]+[章条届]|图[IVX]/u);
  });

  it('numbers figures and items, and names session and chapters, by language', () => {
    const said = (locale: Locale) => {
      const note = inLanguage(locale);
      return [
        labels(note).find((label) => /^\P{P}*$/u.test(label))!,
        labels(note).find((label) => /\p{P}/u.test(label))!,
        note.head.session,
      ];
    };
    expect(Object.fromEntries(locales.map((locale) => [locale, said(locale)]))).toEqual({
      ar: ['الشكل الأول', '(أ)', 'الدورة الرابعة عشرة'],
      en: ['Figure I', '(a)', 'Fourteenth session'],
      es: ['Figura I', 'a)', '14º período de sesiones'],
      fr: ['Figure I', 'a)', 'Quatorzième session'],
      ru: ['Диаграмма I', 'а)', 'Четырнадцатая сессия'],
      zh: ['图一', '(a)', '第十四届会议'],
    });
    const analysis = (locale: Locale) => readIn(inLanguage(locale), 'analysis');
    expect(analysis('fr')).toContain('liés au chapitre II');
    expect(analysis('es')).toContain('relacionadas con el capítulo II');
    expect(analysis('ru')).toContain('касающихся главы II');
    expect(analysis('ar')).toContain('المتصلة بالفصل الثاني');
  });

  it('has ordinals and numbers below ten in words, and the annex in figures', () => {
    const second = (locale: Locale) =>
      readIn(inLanguage(locale), 'category.institution-building.size');
    expect(second('en')).toContain('the second largest category');
    expect(second('fr')).toContain('la deuxième catégorie');
    expect(second('ar')).toContain('المرتبة الثانية');
    expect(second('zh')).toContain('第二大类别');
    const note = inLanguage('en');
    expect(readIn(note, 'overall.new')).toMatch(
      /nine further States .*; six of them identified 24/,
    );
    const rows = note.annex.rows.filter(({ value }) => value.startsWith('overall.new.new'));
    expect(rows.map(({ shown }) => shown)).toEqual(['9', '6', '24']);
  });

  it.each(['en', 'es', 'fr', 'ru'] as const)(
    'begins no sentence with a figure, in %s',
    (locale) => {
      const { blocks, head } = inLanguage(locale);
      const texts = [
        textOf(head.summary),
        ...blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.runs)] : [])),
      ];
      expect(texts.filter((text) => /(?:^|[.!?]\s+)\d/u.test(text))).toEqual([]);
      expect(texts.filter((text) => /^\p{Ll}/u.test(text))).toEqual([]);
    },
  );

  it('is at most 8,500 words long in its source language, its annex apart', () => {
    const words = renderText(inLanguage('en'))
      .split(/\s+/u)
      .filter((word) => /\p{L}/u.test(word));
    expect(words.length).toBeLessThanOrEqual(8500);
  });

  it.each(locales)(
    'ends every list of items with a full stop and no other item, in %s',
    (locale) => {
      const { blocks } = inLanguage(locale);
      const stops = blocks.flatMap((block, at) =>
        block.kind === 'item'
          ? [[blocks[at + 1]?.kind !== 'item', /[.。]\s*$/u.test(textOf(block.runs))] as const]
          : [],
      );
      expect(stops.length).toBeGreaterThan(8);
      expect(stops.filter(([isLast, hasStop]) => isLast !== hasStop)).toEqual([]);
    },
  );
});

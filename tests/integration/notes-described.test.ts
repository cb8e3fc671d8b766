import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { locales } from '#lib/convention/names';
import { changeActivity } from '#lib/assistance/activities/commands';
import {
  activityToFields,
  fieldsToForm,
  readActivityFields,
  type ActivityFields,
} from '#lib/assistance/activities/fields';
import { activityById } from '#lib/assistance/activities/queries';
import { translationState } from '#lib/assistance/activities/translations';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { editionById } from '#lib/notes/store/queries';
import { assembleNote } from '#lib/notes/assembly/assemble-note';
import { withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import { textOf } from '#lib/documents/model/document';
import { activity, activityFields } from '#tests/support/factories/activities';
import { demonstrationManager, finished, opened, readIn } from '#tests/support/factories/editions';
import { valueOf } from '#tests/support/factories/outcomes';

let manager: Actor;
beforeAll(async () => {
  manager = await demonstrationManager();
}, 120_000);

const key = 'assistance.health.described.1';
const own: Partial<ActivityFields> = {
  theme: 'health',
  status: 'completed',
  from: '2022-01-10',
  until: '2022-02-10',
  articles: '9',
  description: 'Hospitals in four provinces were visited.',
};
const texts = {
  ar: 'وزيرت مستشفيات في أربع مقاطعات.',
  es: 'Se visitaron hospitales de cuatro provincias.',
  fr: 'Des hôpitaux de quatre provinces ont été visités.',
  ru: 'Посещены больницы в четырех провинциях.',
  zh: '访问了四省的医院。',
};

/** The findings about texts of activities in an edition, each with its language. */
const findings = async (id: string) =>
  withEditionChecks(manager, valueOf(await editionById(manager, id)), ({ checks }) =>
    checks
      .filter(({ kind }) => kind.startsWith('activity-'))
      .map(({ kind, locale, blocking }) => `${kind} ${locale} ${blocking}`),
  );

describe('what an activity is described with', () => {
  it('is printed in each language, and findings name the languages without a present text', async () => {
    const id = await opened(manager);
    expect(await findings(id)).toEqual([]);
    const entered = await activity(manager, own);
    expect(await findings(id)).toEqual(
      locales
        .filter((locale) => locale !== 'en')
        .map((locale) => `activity-untranslated ${locale} true`),
    );

    const note = { texts, confirmed: [], part: '1' };
    const change = async (version: number, more: Partial<ActivityFields>) =>
      valueOf(
        await changeActivity(manager, {
          id: entered,
          version,
          fields: activityFields({ ...own, ...more }),
        }),
      );
    await change(1, { note });
    expect(await findings(id)).toEqual([]);
    for (const [locale, text] of Object.entries({ ...texts, en: own.description! }))
      expect(readIn(await finished(manager, id, locale as 'en'), key)).toContain(text);

    // The description changes, and what was translated is outdated until it is confirmed or changed.
    const description = 'Hospitals in five provinces were visited.';
    await change(2, { description, note });
    expect(await findings(id)).toHaveLength(5);
    expect((await findings(id))[0]).toBe('activity-outdated ar true');
    const changed = { ...texts, zh: '访问了五省的医院。' };
    await change(3, { description, note: { texts: changed, confirmed: ['fr'], part: '1' } });
    const { content } = (await activityById(manager, entered))!;
    expect(locales.map((locale) => translationState(content, locale))).toEqual(
      locales.map((locale) => {
        if (locale === 'en') return 'source';
        return locale === 'fr' || locale === 'zh' ? 'current' : 'outdated';
      }),
    );

    // A file has no such texts, and leaves them.
    await change(4, { description, title: 'From a file' });
    expect((await activityById(manager, entered))!.content.translations).toEqual(
      content.translations,
    );
  });

  it('is read from its form as it was shown there', async () => {
    const note = { texts, confirmed: [], part: '2' };
    const entered = await activity(manager, { ...own, theme: 'sport', note });
    const { content } = (await activityById(manager, entered))!;
    const shown = fieldsToForm(activityToFields(content, null, (code) => code));
    expect(readActivityFields(shown).note).toEqual({ ...note, texts: { ...texts, en: '' } });
    expect(readActivityFields({}).note).toBeUndefined();
    expect(content.part).toBe(2);
  });

  it('is left out where it lies outside the reporting period of the note', async () => {
    const id = await opened(manager);
    await activity(manager, {
      ...own,
      description: 'It ended long ago.',
      from: '',
      until: '2021-01-31',
    });
    await activity(manager, {
      ...own,
      description: 'It is to come.',
      from: '2026-01-01',
      until: '',
    });
    const text = readIn(await finished(manager, id), key);
    expect(text).not.toContain('long ago');
    expect(text).not.toContain('is to come');
  });

  it('stands in the last paragraph where its own has no block', async () => {
    const id = await opened(manager);
    const note = { texts: {}, confirmed: [], part: '7' };
    await activity(manager, { ...own, description: 'It stands in the seventh.', note });
    expect(readIn(await finished(manager, id), key)).toContain('It stands in the seventh.');
  });
});

describe('the standing parts of a note', () => {
  it('are said in six languages by the facts of its head, and left out without them', async () => {
    const with_ = await opened(manager, {
      agendaSymbol: 'CAC/COSP/2023/1',
      readSymbol: 'CAC/COSP/2021/9',
      sinceSession: 9,
      nextChapters: 'V',
      nextSession: 10,
    });
    const without = await opened(manager);
    for (const locale of locales) {
      const note = await finished(manager, with_, locale);
      expect(note.head.agendaItem).toMatch(/\*$/);
      expect(note.head.agendaNote).toContain('CAC/COSP/2023/1');
      expect(textOf(note.head.summary)).toContain('2021');
      expect(note.footnotes.map(({ runs }) => textOf(runs)).join(' ')).toContain('CAC/COSP/2021/9');
      expect(readIn(note, 'further.report')).not.toMatch(/[{}]/);
      const bare = await finished(manager, without, locale);
      expect(bare.head.agendaNote).toBeUndefined();
      expect(bare.head.agendaItem).not.toContain('*');
      expect(bare.blocks.map((block) => block.key)).not.toContain('further.report');
      expect(bare.footnotes).toHaveLength(1);
    }
  });

  it('are not in an edition from before there were any', async () => {
    const id = await opened(manager, { agendaSymbol: 'CAC/COSP/2023/1', nextSession: 10 });
    const { edition } = valueOf(await editionById(manager, id));
    const before = { edition: { ...edition, standing: null } };
    await withEditionSnapshot(manager, before, (snapshot) => {
      const note = assembleNote(snapshot, 'en', '');
      expect(note.head.agendaNote).toBeUndefined();
      expect(note.blocks.map((block) => block.key)).not.toContain('further.report');
    });
  });
});

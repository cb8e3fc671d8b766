import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, type Actor } from '#lib/base/actor';
import { cancelActivity } from '#lib/assistance/activities/commands';
import { faultText } from '#lib/assistance/imports/fault-text';
import {
  activitiesPreview,
  confirmActivities,
  previewActivities,
} from '#lib/assistance/imports/commands';
import { columnLabel, activityColumns } from '#lib/assistance/activities/labels';
import { activityPage } from '#lib/assistance/activities/queries';
import { activityCells } from '#lib/assistance/activities/export-cells';
import { locales, type Locale } from '#lib/convention/names';
import { csvLine } from '#lib/text/csv';
import { vocabulary } from '#lib/needs/store/queries';
import { activity, provider } from '#tests/support/factories/activities';
import { onOneEngine } from '#tests/support/run/engines';
import { revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number, row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

type Cells = Readonly<Record<string, string>>;
const sound: Cells = {
  theme: 'Preventing corruption in the health sector',
  kind: 'Training',
  title: 'Training of inspectors',
  status: 'Planned',
};
const file = (...all: readonly Cells[]) => {
  const columns = [...new Set(all.flatMap((cells) => Object.keys(cells)))];
  return Buffer.from(
    [columns, ...all.map((cells) => columns.map((column) => cells[column] ?? ''))]
      .map((cells) => csvLine(cells))
      .join(''),
  );
};
const previewed = async (who: Actor, content: Uint8Array, locale: Locale = 'en') => {
  const { id } = valueOf(await previewActivities(who, { name: 'file.csv', content, locale }));
  return valueOf(await activitiesPreview(who, id));
};

describe('importing activities', () => {
  it('shows every row first, writes nothing until it is confirmed, and then all', async () => {
    const who = await manager();
    const before = await revision();
    const ref = `R-${randomUUID()}`;
    const preview = await previewed(
      who,
      file({
        ...sound,
        ref,
        recipients: 'Кения; 埃及; COK',
        numbers: '> 150 practitioners; # 16 countries; 1 200 pupils',
        beneficiaries: '1 350',
        articles: '9; 10',
        documents: 'A report https://example.org/a.pdf; https://example.org/b',
      }),
    );
    expect(preview.counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 0 });
    expect(await revision()).toBe(before);
    expect(valueOf(await confirmActivities(who, preview))).toEqual({
      new: 1,
      changed: 0,
      same: 0,
      wrong: 0,
    });
    const { content } = await row<{ content: string }>(
      'select v.content from assistance_version v join assistance a on a.id = v.assistance_id where a.source_ref = ?',
      [ref],
    );
    expect(JSON.parse(content)).toMatchObject({
      theme: 'health',
      kind: 'training',
      status: 'planned',
      articles: [9, 10],
      beneficiaries: 1350,
      states: [
        { code: 'COK', role: 'recipient' },
        { code: 'EGY', role: 'recipient' },
        { code: 'KEN', role: 'recipient' },
      ],
      numbers: [
        { value: 150, qualifier: 'more-than', unit: 'practitioners' },
        { value: 16, qualifier: 'counted', unit: 'countries' },
        { value: 1200, qualifier: 'exactly', unit: 'pupils' },
      ],
      documents: [
        { title: 'A report', url: 'https://example.org/a.pdf' },
        { title: 'https://example.org/b', url: 'https://example.org/b' },
      ],
    });
    expect(failureOf(await confirmActivities(who, preview)).kind).toBe('not-found');
  });

  const wrongRows: readonly (readonly [Cells, string | RegExp])[] = [
    [{ recipients: 'Kenja' }, 'Recipient States: “Kenja”: did you mean Kenya?'],
    [{ recipients: 'Atlantis' }, 'Recipient States: “Atlantis”: no State has this name or code.'],
    [
      { hosts: 'Bolivia' },
      'Host States: “Bolivia”: did you mean Bolivia (Plurinational State of)?',
    ],
    [{ beneficiaries: '1,200' }, /^Beneficiaries: This number is in thousands in some languages/],
    [{ numbers: '1.200 people' }, /^Numbers: This number is in thousands/],
    [{ numbers: 'many people' }, /^Numbers: Enter a whole number.*\(many people\)$/],
    [{ from: '2026-05-01', until: '2026-04-01' }, /^Until: The end is before the beginning/],
    [{ articles: '99' }, /^Articles: The chapters under review have no such article/],
    [{ theme: 'Helth' }, /^Theme: “Helth” is none of these: Anti-corruption hubs/],
    [{ status: 'cancelled' }, /^Status: Choose planned/],
    [{ documents: 'http://example.org' }, /^Documents: Enter a whole address/],
  ];

  it('says of each wrong row what is wrong, and imports nothing of the file', async () => {
    const who = await manager();
    const before = await number('select count(*) from assistance');
    const wrong = wrongRows.map(([cells]) => ({ ...sound, ...cells }));
    const preview = await previewed(who, file(sound, ...wrong));
    const words = await vocabulary(who);
    const found = preview.plan.map(({ faults }) =>
      faults.map((fault) => faultText('en', fault, words)),
    );
    const expected = wrongRows.map(([, said]) => [
      typeof said === 'string' ? said : expect.stringMatching(said),
    ]);
    expect(found).toEqual([[], ...expected]);
    expect(preview.counts).toMatchObject({ new: 1, wrong: wrongRows.length });
    expect(failureOf(await confirmActivities(who, preview))).toMatchObject({
      kind: 'conflict',
      why: 'faults',
    });
    expect(await number('select count(*) from assistance')).toBe(before);
  });

  it('one wrong row keeps the whole file out', async () => {
    const who = await manager();
    const before = await number('select count(*) from assistance');
    const preview = await previewed(who, file(sound, { ...sound, status: 'cancelled' }));
    expect(failureOf(await confirmActivities(who, preview))).toMatchObject({
      kind: 'conflict',
      why: 'faults',
    });
    expect(await number('select count(*) from assistance')).toBe(before);
  });

  it.each(onOneEngine ? locales : ['ar' as const])(
    'takes back what the register writes in %s, and finds it all the same',
    async (locale) => {
      const who = await manager();
      const mark = `Written${randomUUID().slice(0, 8)}`;
      await activity(who, {
        title: mark,
        description: 'Two lines\nof text; with a semicolon',
        recipients: 'KEN\nBOL\nLAO',
        hosts: 'CIV',
        regions: ['AFR'],
        areas: 'South America and Mexico',
        articles: '5, 6',
        categories: ['capacity-building'],
        topics: ['statistics'],
        targetGroups: ['officials', 'media'],
        from: '2026-01-01',
        until: '2026-06-30',
        delivery: 'mixed',
        gender: 'principal',
        numberValue: ['5', '7'],
        numberQualifier: ['more-than', 'counted'],
        numberUnit: ['events', 'people'],
        beneficiaries: '12',
        resolutions: '9/4',
        iati: 'XM-DAC-41128-A',
        documentTitle: ['Report'],
        documentUrl: ['https://example.org/r'],
        funding: 'sought',
        organisation: `Org ${mark}`,
      });
      const { activities } = await activityPage(who, { text: mark });
      const words = await vocabulary(who);
      const content = Buffer.from(
        csvLine(activityColumns.map((column) => columnLabel(locale, column))) +
          csvLine(activityCells(locale, activities[0]!, words)),
      );
      const preview = await previewed(who, content, locale);
      expect(preview.plan.map(({ outcome, faults }) => [outcome, faults])).toEqual([['same', []]]);
      const changed = Buffer.from(content.toString().replace(mark, `${mark} 2`));
      const again = await previewed(who, changed, locale);
      expect(valueOf(await confirmActivities(who, again))).toMatchObject({ changed: 1 });
      expect(
        (await activityPage(who, { text: mark })).activities.map(
          ({ id, version, content: { title } }) => [id, version, title],
        ),
      ).toEqual([[activities[0]!.id, 2, `${mark} 2`]]);
    },
  );

  it('refuses when the register has moved on since the preview', async () => {
    const who = await manager();
    const id = await activity(who);
    const { reference } = await row<{ reference: string }>(
      'select reference from assistance where id = ?',
      [id],
    );
    const preview = await previewed(who, file({ ...sound, ref: reference }));
    expect(preview.counts).toMatchObject({ changed: 1 });
    valueOf(await cancelActivity(await manager(), { id, version: 1, reason: 'Meanwhile.' }));
    expect(failureOf(await confirmActivities(who, preview))).toMatchObject({
      kind: 'conflict',
      why: 'preview',
    });
  });

  it('lets a provider neither change what is another’s nor use its reference', async () => {
    const [own, other] = [await provider(), await provider()];
    const id = await activity(other, { status: 'completed' });
    const { reference } = await row<{ reference: string }>(
      'select reference from assistance where id = ?',
      [id],
    );
    const preview = await previewed(
      own,
      file(
        { ...sound, ref: reference },
        { ...sound, ref: 'TA-999999' },
        { ...sound, ref: 'X' },
        { ...sound, ref: 'X' },
      ),
    );
    expect(
      preview.plan.map(({ outcome, faults }) => [outcome, faults.map(({ key }) => key)]),
    ).toEqual([
      ['wrong', ['refOfOther']],
      ['wrong', ['refOfOther']],
      ['new', []],
      ['wrong', ['repeatedRef']],
    ]);
    expect(failureOf(await activitiesPreview(other, preview.id)).kind).toBe('not-found');
    const mine = await previewed(
      own,
      file({ ...sound, title: 'Mine', organisation: 'Somebody else' }),
    );
    valueOf(await confirmActivities(own, mine));
    expect(await rows(`select organisation_id from assistance where title = 'Mine'`)).toEqual([
      { organisation_id: own.organisationId },
    ]);
  });

  it('is for managers and providers alone, and refuses what is no such file', async () => {
    for (const no of [publicActor, await administrator()])
      expect(
        failureOf(await previewActivities(no, { name: 'f', content: file(sound), locale: 'en' }))
          .kind,
      ).toBe('forbidden');
    const faults = async (content: string) => {
      const failure = failureOf(
        await previewActivities(await manager(), {
          name: 'f',
          content: Buffer.from(content),
          locale: 'en',
        }),
      );
      return failure.kind === 'invalid' ? failure.errors.map(({ message }) => message) : [];
    };
    expect(await faults('a,b\n1,2\n')).toEqual(['noKnownColumn']);
    expect(await faults('title,kind\n1,2\n')).toEqual(['missingColumn', 'missingColumn']);
    expect(await faults('theme,kind,title,status,colour\nx,x,x,x,x\n')).toEqual(['unknownColumn']);
    expect(await faults('theme,kind,title,status\n')).toEqual(['noRows']);
    expect(await faults('theme,kind,title,status\nx,x,x\n')).toEqual(['wrongCells']);
    expect(await faults(`theme,kind,title,status\n${'x,x,x,x\n'.repeat(1001)}`)).toEqual([
      'tooManyRows',
    ]);
  });
});

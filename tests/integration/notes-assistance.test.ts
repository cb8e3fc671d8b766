import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { locales, type Locale } from '#lib/convention/names';
import { themes } from '#lib/assistance/activities/vocabulary';
import { compareStateNames, stateName } from '#lib/convention/states';
import { assembleNote } from '#lib/notes/assembly/assemble-note';
import { withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import { freezeEdition } from '#lib/notes/editions/status-commands';
import { editionById } from '#lib/notes/store/queries';
import { activity } from '#tests/support/factories/activities';
import { demonstrationManager, finished, opened, readIn } from '#tests/support/factories/editions';
import { accepted, answering } from '#tests/support/factories/matches';
import { valueOf } from '#tests/support/factories/outcomes';

let manager: Actor;
beforeAll(async () => {
  manager = await demonstrationManager();
}, 120_000);

const statuses = 'assistance.statuses';

describe('what a note says of met, planned and unmet needs', () => {
  it('is left out as long as no need has a match, in every language', async () => {
    const id = await opened(manager);
    for (const locale of locales) {
      const { blocks } = await finished(manager, id, locale);
      expect(blocks.map(({ key }) => key)).not.toContain(statuses);
    }
  });

  it('calls confirmed what is met alone, and none “none”', async () => {
    const id = await opened(manager);
    await accepted(await answering());
    const text = readIn(await finished(manager, id), statuses);
    expect(text).toContain(
      'None had been met; one was being addressed by assistance under way; for none was assistance planned; and 315 remained unmet',
    );
    expect(text).not.toContain('confirmed');
    for (const locale of locales)
      expect(readIn(await finished(manager, id, locale), statuses)).not.toMatch(
        /(?<![\d\p{L}])0(?!\d)/u,
      );
  });
});

describe('the assistance that a note reports', () => {
  it('is of its period and its chapters', async () => {
    const text = async (id: string) =>
      (await finished(manager, id)).blocks
        .filter(({ key }) => key.startsWith('assistance.') || key.startsWith('theme.'))
        .map(({ key }) => key);
    const planned = async (id: string) => readIn(await finished(manager, id), 'assistance.sport');
    const ofII = await opened(manager, { symbol: 'NR/II' });
    const before = await planned(ofII);
    // Neither changes a note that counts until February 2023.
    await activity(manager, { theme: 'sport', status: 'planned', from: '2027-01-01' });
    await activity(manager, { theme: 'sport', status: 'under-way', from: '2026-01-01' });
    await activity(manager, {
      theme: 'sport',
      status: 'completed',
      articles: '54',
      from: '2022-01-01',
    });
    expect(await planned(ofII)).toBe(before);
    await activity(manager, { theme: 'sport', status: 'completed', from: '2022-01-01' });
    expect(await planned(ofII)).not.toBe(before);

    // A note on chapter V says nothing of sport or of prevention.
    const ofV = await opened(manager, { symbol: 'NR/V', chapters: 'V' });
    expect(await text(ofV)).not.toContain('theme.sport');
    expect(await text(ofV)).toContain('theme.hubs-and-platforms');
  });

  it('names States in the order of each language, and of an edition frozen before as it was', async () => {
    const id = await opened(manager, { symbol: 'NR/ORDER' });
    const { version } = valueOf(await editionById(manager, id)).edition;
    valueOf(await freezeEdition(manager, { id, version, seen: 'yes' }));
    const { edition } = valueOf(await editionById(manager, id));
    /** Whether each list of States stands in an order, and how many have several. */
    const inOrder = (
      rules: number | null,
      locale: Locale,
      order: (names: readonly string[]) => readonly string[],
    ) =>
      withEditionSnapshot(manager, { edition: { ...edition, rules } }, (snapshot) => {
        const note = assembleNote(snapshot, locale, '');
        const lists = themes
          .map((theme) => ({ theme, codes: snapshot.counts.assistance(theme, false).states }))
          .filter(({ codes }) => codes.length > 1);
        const right = lists.filter(({ theme, codes }) => {
          const names = order(codes.map((code) => stateName(code, locale)));
          // Whatever stands between them: a name may hold a conjunction itself.
          const said = readIn(note, `assistance.${theme}`);
          return names.reduce((at, name) => at && said.indexOf(name, at), 1) > 0;
        });
        return [right.length, lists.length];
      });
    for (const locale of locales) {
      const [right, all] = await inOrder(edition.rules, locale, (names) =>
        names.toSorted(compareStateNames(locale)),
      );
      expect(all).toBeGreaterThan(3);
      expect(right).toBe(all);
    }
    const [asBefore, all] = await inOrder(null, 'en', (names) => names);
    expect(asBefore).toBe(all);
  });
});

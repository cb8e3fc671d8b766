import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { hubBriefDocx, hubBriefFor } from '#lib/assistance/hubs/brief-queries';
import { needsOfHub } from '#lib/assistance/hubs/needs';
import { listHubs } from '#lib/assistance/hubs/queries';
import { activitiesOfHub } from '#lib/assistance/hubs/activities';
import { locales } from '#lib/convention/names';
import { onOneEngine } from '#tests/support/run/engines';
import { manager } from '#tests/support/factories/people';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { number, rows } from '#tests/support/databases/sql';

beforeAll(async () => {
  await demonstrationRegister();
});

/** The counted needs of some States in a chapter, by plain SQL. */
const counted = (
  codes: readonly string[],
  chapter: string,
  more = '',
) => `from need_version v join need n on n.id = v.need_id join review r on r.id = n.review_id join state s on s.id = r.state_id
  where v.counted_from_seq is not null and v.counted_to_seq is null and r.completed_on is not null and v.chapter = '${chapter}' and s.code in (${codes.map((code) => `'${code}'`).join(', ')}) ${more}`;
const hubNamed = async (name: string) =>
  (await listHubs(publicActor)).find((hub) => hub.name === name)!;

describe('the needs in the area of a hub', () => {
  it('are those of its States, by article, category and subcategory, as plain SQL counts them', async () => {
    const who = await manager();
    let checked = 0;
    for (const hub of await listHubs(who)) {
      const { chapters } = await needsOfHub(who, hub);
      for (const { chapter, count } of chapters) {
        expect(count.totals.needs, hub.name).toBe(
          await number(`select count(distinct v.need_id) ${counted(hub.states, chapter)}`),
        );
        const byCategory = await rows<{ category: string; n: number }>(
          `select v.category, count(*) as n ${counted(hub.states, chapter)} group by v.category`,
        );
        expect(
          Object.fromEntries(
            count.categories
              .filter(({ needs }) => needs > 0)
              .map(({ category, needs }) => [category, needs]),
          ),
        ).toEqual(Object.fromEntries(byCategory.map(({ category, n }) => [category, Number(n)])));
        const [article] = count.articles.filter(({ needs }) => needs > 0);
        if (article)
          expect(article.needs).toBe(
            await number(
              `select count(*) ${counted(hub.states, chapter, `and ';' || v.provision || ';' like '%;${article.article};%'`)}`,
            ),
          );
        checked += count.totals.needs;
      }
    }
    expect(checked).toBeGreaterThan(400);
  });

  it('are not shown where fewer than three States have them counted', async () => {
    const hub = await hubNamed('Regional platform for South America and Mexico');
    const small = await needsOfHub(await manager(), { ...hub, states: hub.states.slice(0, 2) });
    expect(small).toMatchObject({ chapters: [], tooFewStates: true });
    expect(await needsOfHub(await manager(), { ...hub, states: ['WEO-99'], regions: [] })).toEqual({
      chapters: [],
      tooFewStates: false,
    });
  });

  it('come with the assistance that names its States or its area, as far as the reader sees it', async () => {
    const hub = await hubNamed('Regional platform for South America and Mexico');
    const [all, open] = [
      await activitiesOfHub(await manager(), hub),
      await activitiesOfHub(publicActor, hub),
    ];
    const names = all.map(({ content }) => content.title);
    expect(names).toContain('Platform made gender and information technology cross-cutting themes');
    expect(names).toContain('Integrity of the private sector: beneficial ownership registers');
    expect(open.map(({ content }) => content.title)).not.toContain(
      'Integrity of the private sector: beneficial ownership registers',
    );
    expect(open.length).toBeGreaterThan(0);
  });
});

describe('the brief of a hub', () => {
  it.runIf(onOneEngine).each(locales)(
    'is a Word document with the numbers of its page, in %s',
    async (locale) => {
      const who = await manager();
      const hub = await hubNamed('Regional anti-corruption hub for Africa');
      const note = (await hubBriefFor(who, hub.id, locale))!;
      const file = await hubBriefDocx(who, hub.id, locale);
      if (!(file instanceof Uint8Array)) throw new Error(String(file));
      const text = new TextDecoder()
        .decode(unzipSync(file)['word/document.xml'])
        .replace(/<[^>]+>/g, '');
      const needs = await number(`select count(distinct v.need_id) ${counted(hub.states, 'II')}`);
      expect(needs).toBe(202);
      expect(text).toContain('202');
      const cells = note.blocks.flatMap((block) =>
        block.kind === 'table' ? block.table.rows.map(({ header }) => header) : [],
      );
      expect(cells.length).toBeGreaterThan(30);
      for (const header of cells)
        expect(text).toContain(
          header.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
        );
    },
  );

  it('is nobody’s where there is no such hub', async () => {
    expect(await hubBriefDocx(publicActor, 'none', 'en')).toBeUndefined();
  });
});

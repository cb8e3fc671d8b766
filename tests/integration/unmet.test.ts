import { beforeAll, describe, expect, it } from 'vitest';
import { compareWithWitness } from '#bin/witness/compare';
import { differences } from '#bin/witness/differences';
import { openWitness } from '#bin/witness/rows';
import { publicActor, type Actor } from '#lib/base/actor';
import { acceptMatch, disputeMatch } from '#lib/assistance/matches/commands';
import {
  overlapsForPage,
  programmesForUnmet,
  unmetForPage,
  unmetApiResult,
} from '#lib/assistance/matches/unmet-queries';
import { parsePageRequest } from '#lib/counting/summaries/page-queries';
import { activity } from '#tests/support/factories/activities';
import { accepted, answering, proposed } from '#tests/support/factories/matches';
import { valueOf } from '#tests/support/factories/outcomes';
import { manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';

type Of = Awaited<ReturnType<typeof answering>>;
const asked = (actor: Actor, query = 'chapter=II') =>
  parsePageRequest(actor, new URLSearchParams(query), {});
const answerOf = async (actor: Actor, query = 'cycle=2&chapter=II') => {
  const answer = await unmetApiResult(actor, new URLSearchParams(query), []);
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.body) as {
    needs: number;
    statuses: { status: string; needs: number }[];
    cells: {
      region: string;
      article: string;
      needs: number;
      byStatus: Record<string, number>;
      unmetFirstPriority: number;
    }[];
    claims: { claim: string; needs: number }[];
    unmetFor: { region: string; spans: Record<string, number> | null }[];
    unmetFirstPriority: Record<string, number>;
  };
};

describe('the unmet picture', () => {
  let [planned, disputed]: [Of, Of] = [] as never;
  let managing: Actor;
  beforeAll(async () => {
    await freshRegister();
    managing = await manager();
    await answering({ need: { articles: ['5', '6'], priority: '2' } });
    await answering({ published: false, need: { articles: ['5'] } });
    [planned, disputed] = [
      await answering({ status: 'planned', need: { articles: ['5'] } }),
      await answering({ region: 'EEG', need: { articles: ['9'] }, activity: { articles: '9' } }),
    ];
    await accepted(planned);
    valueOf(
      await disputeMatch(disputed.focal, { ...(await accepted(disputed)), reason: 'Nobody came.' }),
    );
  });

  it('counts by region, article, category and status, for the public what is published alone', async () => {
    const [open, all] = [await answerOf(publicActor), await answerOf(managing)];
    expect([open.needs, all.needs]).toEqual([3, 4]);
    expect(open.statuses.map(({ status, needs }) => [status, needs])).toEqual([
      ['unmet', 1],
      ['planned', 1],
      ['current', 1],
      ['met', 0],
    ]);
    expect(all.statuses[0]).toMatchObject({ status: 'unmet', needs: 2 });
    expect(
      open.cells.map(
        ({ region, article, needs, byStatus: { unmet: left }, unmetFirstPriority: first }) => [
          region,
          article,
          needs,
          left,
          first,
        ],
      ),
    ).toEqual([
      ['AFR', '5', 2, 1, 1],
      ['AFR', '6', 1, 1, 1],
      ['EEG', '9', 1, 0, 0],
    ]);
    expect(open.claims.map(({ claim, needs }) => [claim, needs])).toEqual([
      ['awaiting', 1],
      ['disputed', 1],
      ['answered', 0],
      ['confirmed', 0],
    ]);
    expect(await answerOf(disputed.provider)).toEqual(open);
  });

  it('says for how long by region, and of no single State', async () => {
    const since = ({ unmetFor }: Awaited<ReturnType<typeof answerOf>>) =>
      Object.fromEntries(unmetFor.map(({ region, spans }) => [region, spans]));
    expect(since(await answerOf(publicActor)).AFR).toBeNull();
    expect(since(await answerOf(managing)).AFR).toEqual({
      under1: 0,
      under2: 0,
      under5: 2,
      over5: 0,
    });
    expect(since(await answerOf(managing, 'cycle=2&chapter=II&cutoff=2022-12-31')).AFR).toEqual({
      under1: 2,
      under2: 0,
      under5: 0,
      over5: 0,
    });
  });

  it('takes the filter of the summaries, status among them, and refuses what is no status', async () => {
    expect((await answerOf(managing, 'cycle=2&chapter=II&status=unmet,planned')).needs).toBe(3);
    expect(
      await unmetApiResult(managing, new URLSearchParams('cycle=2&chapter=II&status=done'), []),
    ).toMatchObject({
      kind: 'invalid',
      faults: [
        { parameter: 'status', value: 'done', valid: ['unmet', 'planned', 'current', 'met'] },
      ],
    });
  });

  it('names what several activities answer while others have none', async () => {
    const before = await asked(managing);
    expect(await overlapsForPage(managing, before, unmetForPage(managing, before))).toEqual([]);
    const second = await activity(planned.provider, {
      status: 'under-way',
      regions: ['AFR'],
      articles: '5',
    });
    valueOf(
      await acceptMatch(
        managing,
        await proposed(planned.provider, { assistance: second, need: planned.need }),
      ),
    );
    const after = await asked(managing);
    expect(await overlapsForPage(managing, after, unmetForPage(managing, after))).toEqual([
      {
        region: 'AFR',
        article: '5',
        needs: [{ id: planned.need, reference: expect.any(String) }],
        unmet: 2,
      },
    ]);
    const elsewhere = await asked(managing, 'chapter=II&region=EEG');
    expect(await overlapsForPage(managing, elsewhere, unmetForPage(managing, elsewhere))).toEqual(
      [],
    );
  });

  it('names the activities and themes that could take up where most is unmet', async () => {
    const question = await asked(managing);
    const [first] = await programmesForUnmet(managing, unmetForPage(managing, question));
    expect(first).toMatchObject({
      region: 'AFR',
      article: '5',
      unmet: 2,
      themes: expect.arrayContaining(['laws-policies-institutions', 'health']),
    });
    expect(first!.activities).toBeGreaterThan(0);
  });

  it('is what plain SQL counts, at every revision', async () => {
    const witness = await openWitness();
    try {
      const latest = (await asked(managing)).facts.revision;
      for (const query of [
        '',
        '&status=unmet',
        '&status=current,met',
        ...[12, 8, 5, 3, 1, 0].map((back) => `&revision=${latest - back}`),
      ]) {
        const { counted, recounted } = await compareWithWitness(
          witness.ask,
          { actor: managing, reader: { kind: 'staff' } },
          `cycle=2&chapter=II${query}`,
        );
        expect(differences(counted, recounted), query).toEqual([]);
      }
    } finally {
      await witness.close();
    }
  });
});

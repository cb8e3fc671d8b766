import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import type { Answered } from '#tests/support/asking';
import { builtEntries } from '#tests/support/built-pages';
import { campaign, record } from '#tests/support/campaign';
import { masked, readLetter, sentLetter, type Asker } from '#tests/support/matrix-asking';
import { sendTable } from '#tests/support/matrix-forms-table';
import { needPages, needTable, needVerbs } from '#tests/support/matrix-needs-table';
import { readTable } from '#tests/support/matrix-pages-table';
import { actorNames, places, situationsTried, type ActorName, type Place } from '#tests/support/matrix-register';
import { servings, startMatrix, type Matrix } from '#tests/support/matrix-servers';
import { completeFields } from '#tests/support/needs';
import { reviewer } from '#tests/support/people';
import { mintedReview } from '#tests/support/reviews';
import type { Situation } from '#tests/support/situations';
import { rows } from '#tests/support/sql';

const unknown = randomUUID();
let cells = 0;

describe.runIf(engine === 'sqlite' || campaign)('who may do what over HTTP, by the table written by hand', () => {
  let matrix: Matrix;
  let before: unknown;

  /** The needs and reviews of the table, and who the people are: what is refused changes nothing of it. */
  const standing = async () => {
    const { needs, reviews, accountIds } = matrix.register;
    const [needIds, reviewIds, people] = [Object.values(needs).flatMap((each) => Object.values(each).map(({ id }) => id)), Object.values(reviews).map(({ id }) => id), Object.values(accountIds)];
    const listed = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join();
    return [
      await rows(`select * from need where id in (${listed(needIds)}) order by id`), await rows(`select id from need_version where need_id in (${listed(needIds)}) order by id`),
      await rows(`select id, symbol, completed_on, published_on, version from review where id in (${listed(reviewIds)}) order by id`), await rows(`select * from assignment where review_id in (${listed(reviewIds)}) order by id`),
      await rows(`select id, email, name, role, state_id, password_hash, active from account where id in (${listed(people)}) order by id`),
    ];
  };

  beforeAll(async () => {
    matrix = await startMatrix({ ending: true });
    before = await standing();
  }, 300_000);
  afterAll(async () => {
    await matrix?.stop();
    record('cells of the permission matrix', { counts: cells });
  });

  it.each(['page', 'route'])('every %s of the build stands in a table', (kind) => {
    const named = [...readTable, ...sendTable].map(({ entry }) => entry)
      .concat(needVerbs.map((verb) => `/[locale]/needs/[id]/${verb}/route`), needPages.map((page) => `/[locale]/needs/[id]${page}/page`));
    const ofKind = (entries: readonly string[]) => [...new Set(entries)].filter((entry) => entry.endsWith(`/${kind}`)).sort();
    expect(ofKind(builtEntries())).toEqual(ofKind(named));
  });

  describe.each(servings)('%s', (serving) => {
    const bare = serving === 'bare';
    // What the pages refuse by themselves is tried whole in a campaign, by some at one place every day.
    const [placesTried, peopleTried] = bare && !campaign ? [['A'] as const, ['anonymous', 'focal point of B', 'reviewer of A', 'manager'] as const] : [places, actorNames];

    const answers = new Map<string, Promise<string>>();
    /** What this person is answered about a need that does not exist; asked once. */
    const ofNone = (key: string, ask: () => Promise<Answered>) => {
      if (!answers.has(key)) answers.set(key, ask().then((answer) => masked(answer, unknown)));
      return answers.get(key)!;
    };

    async function needCell(asker: Asker, place: Place, situation: Situation) {
      const expected = needTable[asker.name][place][situation];
      const fieldsOf = (version: number) => ({ ...completeFields, text: 'Sent by the matrix.', reason: 'A reason.', version: String(version) });
      const { id } = matrix.register.needs[place][situation];
      /** `N` where what is out of reach answers otherwise than what does not exist. */
      const verbs = await Promise.all(needVerbs.map(async (verb, i) => {
        const need = expected[i] === '+' ? await matrix.register.fresh(place, situation) : matrix.register.needs[place][situation];
        const answer = await asker.send(`/en/needs/${need.id}/${verb}`, fieldsOf(need.version));
        if (sentLetter(answer) !== 'n') return sentLetter(answer);
        return masked(answer, need.id) === await ofNone(`${asker.name} ${verb} ${need.version}`, () => asker.send(`/en/needs/${unknown}/${verb}`, fieldsOf(need.version))) ? 'n' : 'N';
      }));
      const pages = await Promise.all(needPages.map(async (page) => {
        const answer = await asker.read(`/en/needs/${id}${page}`);
        if (readLetter(answer, bare) !== 'n') return readLetter(answer, bare);
        return masked(answer, id) === await ofNone(`${asker.name} ${page}`, () => asker.read(`/en/needs/${unknown}${page}`)) ? 'n' : 'N';
      }));
      cells += verbs.length + pages.length;
      return `${verbs.join('')} ${pages.join('')}`;
    }

    it.each(peopleTried)('needs, by the %s', { timeout: 300_000 }, async (name) => {
      const asker = matrix.askers(serving).find((each) => each.name === name)!;
      for (const place of placesTried) {
        const found = await Promise.all(situationsTried.map(async (situation) => [situation, await needCell(asker, place, situation)] as const));
        expect({ place, ...Object.fromEntries(found) }).toEqual({ place, ...needTable[name][place] });
      }
    });

    it.runIf(!bare || campaign)('all other pages and addresses to read', { timeout: 300_000 }, async () => {
      const found = await Promise.all(readTable.map(async (row) => {
        const path = row.path.replaceAll(/\{([ABCD])\}/g, (_, place: Place) => matrix.register.reviews[place].id);
        const letters = await Promise.all(matrix.askers(serving).map(async ({ read }) => readLetter(await read(path), bare)));
        cells += letters.length;
        return `${row.path} ${letters.join('')}`;
      }));
      expect(found).toEqual(readTable.map(({ path, letters, bare: alone }) => `${path} ${bare && alone ? alone : letters}`));
    });

    it('all other forms', { timeout: 300_000 }, async () => {
      const found: string[] = [];
      for (const { entry, path, fields, letters } of sendTable) {
        const said: string[] = [];
        for (const [i, { send }] of matrix.askers(serving, entry.includes('end-session') ? 'ending' : 'lasting').entries()) {
          const made = '+='.includes(letters[i]!) && (path.includes('{') || entry.includes('invite')) ? await mintedReview({ completedOn: '2022-01-31' }) : undefined;
          const assigned = made && entry.includes('release') ? (await reviewer(made)).accountId! : matrix.register.accountIds['recoder of A'];
          const put = (text: string) => text.replaceAll(/\{([^}]+)\}/g, (_, key: string) => ({ new: randomUUID(), newState: bare ? 'GHA' : 'KEN', version: '2', assigned })[key]
            ?? (key in matrix.register.reviews ? (made ?? matrix.register.reviews[key as Place]).id : matrix.register.accountIds[key as Exclude<ActorName, 'anonymous'>]));
          said.push(sentLetter(await send(put(path), Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, put(value)])))));
        }
        cells += said.length;
        found.push(`${path} ${said.join('')}`);
      }
      expect(found).toEqual(sendTable.map(({ path, letters, bare: alone }) => `${path} ${bare && alone ? alone : letters}`));
    });

    it('a session that was ended opens nothing any more', async () => {
      const found = await Promise.all(matrix.askers(serving, 'ending').map(async ({ read }) => readLetter(await read('/en/accounts/me'), bare)));
      expect(found.join('')).toBe('iiiiiiiiiiii');
    });

    it('what was refused has changed nothing', async () => expect(await standing()).toEqual(before));
  });
});

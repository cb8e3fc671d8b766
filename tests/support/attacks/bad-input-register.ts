import { invite } from '#lib/people/accounts/commands';
import { createEdition } from '#lib/notes/editions/head-commands';
import { appointReviewer } from '#lib/needs/reviews/commands';
import { httpClient, type SendRequest, type HttpRequest } from '#tests/support/servers/http-client';
import { forms, pages, type There } from '#tests/support/attacks/bad-input-targets';
import { ensureBuilt } from '#tests/support/run/built-pages';
import type { Chance } from '#tests/support/run/seeded-random';
import { rightPasswordHash, secondFactorVoluntary } from '#tests/support/factories/credentials';
import { signIn } from '#tests/support/permissions/outcomes-of-answers';
import { mutatedBody, mutatedPath } from '#tests/support/attacks/mutations';
import { naughtyStrings } from '#tests/support/attacks/naughty-strings';
import { valueOf } from '#tests/support/factories/outcomes';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';
import { administrator, manager, reviewer, signedIn } from '#tests/support/factories/people';
import { asIn2023 } from '#tests/support/factories/editions';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, type MintedReview } from '#tests/support/factories/reviews';
import { situations } from '#tests/support/factories/situations';
import { row, rows } from '#tests/support/databases/sql';

type Numbered = Readonly<{ id: string; version: number }>;
export type Target = Readonly<{
  server: OwnServer;
  /** A session of a focal point. */ cookie: string;
  administrator: string;
  ask: SendRequest;
  own: MintedReview;
  /** What chance says, of whoever chance says or of whoever has this cookie. */
  request: (by: Chance, turn?: number, as?: string) => Promise<HttpRequest>;
}>;

/** So many turns there are: every form, and then every page. */
export const turns = forms.length + pages.length;

const strangeHeaders = [
  'accept-language',
  'accept',
  'referer',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'if-none-match',
  'range',
  'x-register-path',
  'x-register-network',
  'x-middleware-subrequest',
  'next-action',
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
];
function headerValue(by: Chance): string {
  const value = by.oneOf(naughtyStrings);
  return /^[\x20-\x7e]{1,500}$/.test(value) ? value.trim() || 'x' : 'x';
}

/**
 * A register with needs in every situation, a server with a heap of this many megabytes on it, and
 * people who send it what chance says.
 */
export async function startTarget(heap: number): Promise<Target> {
  await ensureBuilt();
  await freshRegister();
  await secondFactorVoluntary();
  const own = await mintedReview({ completedOn: '2022-01-31' });
  await mintedReview({ cycle: 1 });
  const [passwordHash, appointing, other] = [
    await rightPasswordHash(),
    await administrator(),
    await reviewer(own),
  ];
  const focal = await signedIn({ role: 'focal-point', stateId: own.stateId, passwordHash });
  const reviewing = await signedIn({ role: 'reviewer', passwordHash });
  valueOf(await appointReviewer(appointing, { id: own.id, accountId: reviewing.accountId! }));
  for (const mint of Object.values(situations))
    for (let i = 0; i < 4; i += 1) await mint({ entering: focal, reviewing: other, review: own });
  const { token } = valueOf(
    await invite(appointing, {
      email: 'invited@example.org',
      name: 'Invited',
      role: 'manager',
      review: '',
    }),
  );
  const account = (await reviewer()).accountId!;

  valueOf(
    await createEdition(await manager(), {
      ...asIn2023,
      previousCutoff: null,
      previousSymbol: null,
    }),
  );

  const server = await startOwnServer({ env: { NODE_OPTIONS: `--max-old-space-size=${heap}` } });
  const ask = httpClient(server.url, 8);
  const people = [
    [0.4, focal],
    [0.7, reviewing],
    [0.9, await signedIn({ role: 'administrator', passwordHash })],
    [0.93, await signedIn({ role: 'manager', passwordHash })],
  ] as const;
  const cookies = await Promise.all(
    people.map(
      async ([share, { accountId }]) =>
        [share, await signIn(ask, server.url, `${accountId}@example.org`)] as const,
    ),
  );

  async function present(by: Chance): Promise<There> {
    const [need] = await rows<Numbered>('select id, version from need order by random() limit 1');
    const review = by.happens(0.7)
      ? await row<Numbered>('select id, version from review where id = ?', [own.id])
      : (await rows<Numbered>('select id, version from review order by random() limit 1'))[0]!;
    const [sampled] = await rows<{ id: string; sample_id: string }>(
      'select id, sample_id from sampled_need order by random() limit 1',
    );
    const [said] = await rows<{ id: string }>('select id from comment order by random() limit 1');
    const [edition] = await rows<{ id: string; version: number }>(
      'select id, version from note order by random() limit 1',
    );
    const [block] = await rows<{ key: string; version: number }>(
      'select key, version from note_block where to_seq is null order by random() limit 1',
    );
    return {
      note: edition!.id,
      noteVersion: String(edition!.version),
      block: block!.key,
      blockVersion: String(block!.version),
      account,
      token,
      comment: said?.id ?? account,
      sampled: sampled?.id ?? account,
      sample: sampled?.sample_id ?? account,
      need: need!.id,
      version: String(need!.version),
      review: review.id,
      reviewVersion: String(review.version),
    };
  }

  /** What chance says, or in a turn the page or form that has its turn. */
  async function request(by: Chance, turn?: number, as?: string): Promise<HttpRequest> {
    const there = await present(by);
    const who = by.number();
    const cookie = as ?? cookies.find(([share]) => who < share)?.[1] ?? '';
    const strange: Record<string, string> = by.happens(0.1)
      ? { [by.oneOf(strangeHeaders)]: headerValue(by) }
      : {};
    const page =
      turn === undefined ? by.happens(0.3) && by.oneOf(pages) : pages[turn - forms.length];
    if (page) {
      const path = mutatedPath(page.path(there), page.parameters, by, turn).slice(0, 8000);
      return { path, headers: { cookie, ...strange } };
    }
    const form = turn === undefined ? by.oneOf(forms) : forms[turn]!;
    const plain = form.path(there);
    const to = by.happens(0.05) ? mutatedPath(plain, ['version'], by) : plain;
    const json: Record<string, string> = by.happens(0.15) ? { accept: 'application/json' } : {};
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return {
      method: 'POST',
      path: to.slice(0, 8000),
      body: mutatedBody(form.fields(there, by), by, turn),
      headers: { origin: server.url, ...type, cookie, ...json, ...strange },
    };
  }

  return { server, cookie: cookies[0]![1], administrator: cookies[2]![1], ask, own, request };
}

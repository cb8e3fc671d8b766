import { createEdition } from '#lib/notes/editions/head-commands';
import { sessionCookie } from '#lib/sessions/auth-cookie';
import type { Actor } from '#lib/base/actor';
import type { HttpRequest } from '#tests/support/servers/http-client';
import type { Scene } from '#tests/support/attacks/hostile-attacks';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { asIn2023 } from '#tests/support/factories/editions';
import { draft } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { mintedReview } from '#tests/support/factories/reviews';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { startOwnServer, type OwnServer } from '#tests/support/servers/own-server';

export type Staged = Readonly<{
  server: OwnServer;
  scene: Scene;
  /** What somebody else reads meanwhile: pages that are in memory, and others. */
  pageOf: (n: number) => HttpRequest;
}>;

const cookieOf = async ({ sessionId }: Actor) =>
  (await sessionCookie(sessionId!)).split(';', 1)[0]!;

/** The demonstration register with hostile people in it, and a server on it. */
export async function startScene(): Promise<Staged> {
  await ensureBuilt();
  await demonstrationRegister();
  const own = await mintedReview();
  const [focal, reviewing, managing] = [
    await focalPoint(own),
    await reviewer(own),
    await manager(),
  ];
  const { id: need, version } = await draft(focal, own);
  const note = valueOf(await createEdition(managing, asIn2023)).id;
  const other = await cookieOf(await focalPoint(await mintedReview()));
  const server = await startOwnServer({
    env: { DEMO: '1', NODE_OPTIONS: '--max-old-space-size=256' },
  });
  return {
    server,
    scene: {
      url: server.url,
      cookies: {
        'focal-point': await cookieOf(focal),
        manager: await cookieOf(managing),
        reviewer: await cookieOf(reviewing),
      },
      review: own.id,
      need,
      version: String(version),
      note,
    },
    pageOf: (n) =>
      [
        { path: '/en/summaries' },
        { path: `/fr/summaries/regions/AFR?cutoff=20${10 + (n % 12)}-01-${10 + (n % 19)}` },
        { path: '/en/needs', headers: { cookie: other } },
        { path: '/ar/accounts/sign-in' },
      ][n % 4]!,
  };
}

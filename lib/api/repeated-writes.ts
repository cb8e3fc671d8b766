import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { read, transaction } from '#db/client';
import { apiWrite } from '#db/schema/api';
import { problemResponse } from '#lib/http/problem';

/** For how long an answer is kept, and after what time an answer that never came is given up. */
const keptFor = 24 * 3_600_000;
const givenUpAfter = 120_000;
const largestKept = 256 * 1024;
const keptHeaders = ['content-type', 'etag', 'location', 'content-language'];

type Write = Readonly<{ accountId: string; key: string; digest: string }>;

const ofWrite = ({ accountId, key }: Write) =>
  and(eq(apiWrite.accountId, accountId), eq(apiWrite.key, key));

/** Claims the key for this request; false where it is already there. */
const claim = ({ accountId, key, digest }: Write): Promise<boolean> =>
  transaction(async (tx) => {
    const now = Date.now();
    const old = lt(apiWrite.at, new Date(now - keptFor).toISOString());
    const lost = and(
      isNull(apiWrite.status),
      lt(apiWrite.at, new Date(now - givenUpAfter).toISOString()),
    );
    await tx.delete(apiWrite).where(or(old, lost));
    const at = new Date(now).toISOString();
    const claimed = await tx
      .insert(apiWrite)
      .values({ accountId, key, digest, at })
      .onConflictDoNothing()
      .returning();
    return claimed.length > 0;
  });

async function answerAgain(request: Request, write: Write): Promise<Response> {
  const [stored] = await read().select().from(apiWrite).where(ofWrite(write));
  if (stored && stored.digest !== write.digest) return problemResponse(request, 422, 'key-reused');
  if (!stored?.status || stored.answer === null)
    return problemResponse(request, 409, 'key-in-use', { headers: { 'retry-after': '1' } });
  const { headers, body } = JSON.parse(stored.answer) as {
    headers: Record<string, string>;
    body: string;
  };
  return new Response(body, {
    status: stored.status,
    headers: { ...headers, 'cache-control': 'no-store', 'idempotent-replayed': 'true' },
  });
}

const forget = (write: Write) =>
  transaction(async (tx) => {
    await tx.delete(apiWrite).where(ofWrite(write));
  });

/** Keeps an answer that would be the same again; others, such as a failure of the database, are not. */
async function keep(write: Write, answer: Response): Promise<Response> {
  const body = await answer.text();
  const { status } = answer;
  const isFinal = status < 500 && status !== 429 && body.length <= largestKept;
  const headers = Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  if (!isFinal) await forget(write);
  else
    await transaction(async (tx) => {
      const set = { status, answer: JSON.stringify({ headers, body }) };
      await tx.update(apiWrite).set(set).where(ofWrite(write));
    });
  return new Response(body, { status, headers: answer.headers });
}

type Repeatable = Readonly<{ accountId: string; key: string; text: string }>;

/**
 * Does a write once for its `Idempotency-Key`: the same request sent again gets the first answer,
 * another request with the same key is refused.
 */
export async function onceByKey(
  request: Request,
  { accountId, key, text }: Repeatable,
  write: () => Promise<Response>,
): Promise<Response> {
  const ifMatch = request.headers.get('if-match');
  const { pathname } = new URL(request.url);
  const asked = JSON.stringify([request.method, pathname, ifMatch, text]);
  const digest = createHash('sha256').update(asked).digest('hex');
  const claimed = { accountId, key, digest };
  if (!(await claim(claimed))) return answerAgain(request, claimed);
  try {
    return await keep(claimed, await write());
  } catch (error) {
    await forget(claimed);
    throw error;
  }
}

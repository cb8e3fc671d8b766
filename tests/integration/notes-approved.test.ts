import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { transaction } from '#db/client';
import { account } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { writeText } from '#lib/notes/blocks/block-commands';
import { freezeEdition, publishEdition, sendForReview } from '#lib/notes/editions/status-commands';
import { toldRevision } from '#lib/notes/model/edition';
import { storeFile } from '#lib/notes/documents/files';
import {
  draftChecksumOf,
  knownDraftChecksum,
  withEditionSnapshot,
} from '#lib/notes/assembly/finished-note';
import { approveEdition, addPerson } from '#lib/notes/editions/people-commands';
import { blocksOfEdition, editionById } from '#lib/notes/store/queries';
import { onOneEngine } from '#tests/support/run/engines';
import { demonstrationManager, opened } from '#tests/support/factories/editions';
import { approved } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { reviewer } from '#tests/support/factories/people';
import { publishedReview } from '#tests/support/factories/reviews';

let manager: Actor;
beforeAll(async () => {
  manager = await demonstrationManager();
}, 120_000);

/**
 * A frozen edition that was approved as it read when it was under review, and whose text was
 * changed after that or not.
 */
async function frozen(symbol: string, changed: boolean): Promise<string> {
  const id = await opened(manager, { symbol });
  const edition = async () => valueOf(await editionById(manager, id));
  const approver = await reviewer();
  const [{ email }] = (await transaction((tx) =>
    tx.select({ email: account.email }).from(account).where(eq(account.id, approver.accountId!)),
  )) as [{ email: string }];
  valueOf(await addPerson(manager, { id, email, role: 'approves' }));
  valueOf(await sendForReview(manager, { id, version: (await edition()).edition.version }));
  valueOf(
    await approveEdition(approver, {
      id,
      checksum: await withEditionSnapshot(approver, await edition(), draftChecksumOf),
    }),
  );
  if (changed) {
    const block = (await blocksOfEdition(manager, id, null)).find(
      ({ key }) => key === 'further.next',
    )!;
    for (const language of ['ar', 'es', 'fr', 'ru', 'zh', 'en'] as const) {
      const { version, content } = (await blocksOfEdition(manager, id, null)).find(
        ({ key }) => key === block.key,
      )!;
      if (language !== 'en')
        valueOf(
          await writeText(manager, {
            id,
            key: block.key,
            version,
            language,
            text: `${content.texts[language]!.text} !`,
          }),
        );
    }
  }
  valueOf(
    await freezeEdition(manager, { id, version: (await edition()).edition.version, seen: 'yes' }),
  );
  const revision = toldRevision((await edition()).edition);
  await transaction((tx) =>
    storeFile(tx, id, {
      locale: 'en',
      format: 'txt',
      revision: revision!,
      content: new TextEncoder().encode('The note.'),
    }),
  );
  return id;
}
const published = async (id: string) =>
  publishEdition(manager, { id, version: valueOf(await editionById(manager, id)).edition.version });

it.runIf(onOneEngine)(
  'an approval of what is frozen lets an edition be published; one of an earlier text does not',
  async () => {
    valueOf(await published(await frozen('NR/SAME', false)));
    expect(failureOf(await published(await frozen('NR/OTHER', true)))).toMatchObject({
      kind: 'invalid',
      errors: [{ field: 'approvals' }],
    });
  },
);

it.runIf(onOneEngine)(
  'the checksum that a page shows is remembered, and follows each change of text and register',
  async () => {
    const id = await opened(manager, { symbol: 'NR/KNOWN' });
    const seen = new Set<string>();
    const bothAgree = async () => {
      const view = valueOf(await editionById(manager, id));
      const read = await withEditionSnapshot(manager, view, (snapshot) => ({
        exact: draftChecksumOf(snapshot),
        known: [knownDraftChecksum(snapshot), knownDraftChecksum(snapshot)],
      }));
      expect(read.known).toEqual([read.exact, read.exact]);
      seen.add(read.exact);
    };
    await bothAgree();
    const { key, version } = (await blocksOfEdition(manager, id, null)).find(
      (block) => block.key === 'further.next',
    )!;
    valueOf(await writeText(manager, { id, key, version, language: 'en', text: 'Anew.' }));
    await bothAgree();
    const { review, focal, first } = await panel(await publishedReview());
    await approved(focal, first, review, { articles: ['5'] });
    await bothAgree();
    expect(seen.size).toBeGreaterThan(1);
  },
);

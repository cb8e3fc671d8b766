import { beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { addClaim } from '#lib/notes/blocks/binding-commands';
import { addBlock, removeBlock, writeText } from '#lib/notes/blocks/block-commands';
import { claimSchema } from '#lib/notes/blocks/binding-schema';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { storeFile } from '#lib/notes/documents/files';
import { changeEdition, createEdition } from '#lib/notes/editions/head-commands';
import { editionInput } from '#lib/notes/editions/input';
import { addComment, addPerson, approveEdition } from '#lib/notes/editions/people-commands';
import { freezeEdition, publishEdition } from '#lib/notes/editions/status-commands';
import { blocksOfEdition, editionById } from '#lib/notes/store/queries';
import { changeSettings } from '#lib/people/settings/commands';
import { account } from '#db/schema';
import { eq } from 'drizzle-orm';
import {
  approvedByAnother,
  asIn2023,
  demonstrationManager,
  opened,
} from '#tests/support/factories/editions';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, manager as anotherManager } from '#tests/support/factories/people';
import { toldRevision } from '#lib/notes/model/edition';
import { onOneEngine } from '#tests/support/run/engines';

let manager: Actor;
beforeAll(async () => {
  manager = await demonstrationManager();
}, 120_000);

const editionOf = async (id: string) => valueOf(await editionById(manager, id)).edition;
const checksOf = async (id: string) =>
  withEditionChecks(manager, valueOf(await editionById(manager, id)), ({ checks }) =>
    checks.map(({ kind, blocking, detail = '' }) => `${kind} ${blocking} ${detail}`),
  );
const freeze = async (id: string) =>
  freezeEdition(manager, { id, version: (await editionOf(id)).version, seen: 'yes' });
const publish = async (id: string) =>
  publishEdition(manager, { id, version: (await editionOf(id)).version });

async function frozen(): Promise<string> {
  const id = await opened(manager);
  valueOf(await freeze(id));
  const revision = toldRevision(await editionOf(id));
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

/** Names somebody as approver of an edition. */
async function nameApprover(id: string, approver: Actor): Promise<void> {
  const [{ email } = { email: '' }] = await transaction((tx) =>
    tx.select({ email: account.email }).from(account).where(eq(account.id, approver.accountId!)),
  );
  valueOf(await addPerson(manager, { id, email, role: 'approves' }));
}

const approve = async (approver: Actor, id: string) =>
  approveEdition(approver, { id, checksum: (await editionOf(id)).checksum! });
const otherApprover = {
  kind: 'invalid',
  errors: [{ field: 'approvals', message: 'notes.errors.otherApprover' }],
};

describe.runIf(onOneEngine)('signing off', () => {
  it('takes somebody who has not written in the edition', async () => {
    const id = await frozen();
    expect(failureOf(await publish(id))).toEqual(otherApprover);
    await nameApprover(id, manager);
    expect(failureOf(await approve(manager, id))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'checksum', message: 'notes.errors.ownText' }],
    });
    const alone = await frozen();
    const second = await anotherManager();
    await nameApprover(alone, second);
    valueOf(await approve(second, alone));
    valueOf(await publish(alone));
  });

  it('can be left out by a setting', async () => {
    const admin = await administrator();
    const id = await frozen();
    valueOf(await changeSettings(admin, { 'note-approval': 'not-required' }));
    valueOf(await publish(id));
    valueOf(await changeSettings(admin, { 'note-approval': 'required' }));
    const other = await frozen();
    expect(failureOf(await publish(other))).toEqual(otherApprover);
    await approvedByAnother(manager, other);
    valueOf(await publish(other));
  });

  it('waits until nothing has to be settled', async () => {
    const id = await opened(manager);
    const second = await anotherManager();
    await nameApprover(id, second);
    const { sendForReview } = await import('#lib/notes/editions/status-commands');
    valueOf(await sendForReview(manager, { id, version: (await editionOf(id)).version }));
    valueOf(await addComment(manager, { id, key: 'summary', text: 'Is this right?' }));
    expect(failureOf(await approveEdition(second, { id, checksum: 'any' }))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'checksum', message: 'notes.errors.findings' }],
    });
  });
});

describe.runIf(onOneEngine)('what keeps an edition from freezing', () => {
  it('is a claim typed in any language, until it is bound or released by name with a reason', async () => {
    const id = await opened(manager);
    const text = 'No need was identified by African States.';
    valueOf(await addBlock(manager, { id, after: '', kind: 'paragraph', text }));
    const own = async () =>
      (await blocksOfEdition(manager, id, null)).find(({ key }) => key.startsWith('own.'))!;
    const translations = {
      ar: 'لم تحدد الدول الأفريقية أي احتياج.',
      es: 'Los Estados de África no determinaron ninguna necesidad.',
      fr: 'Aucun besoin n’a été recensé par les États d’Afrique.',
      ru: 'Государства Африки не выявили потребностей.',
      zh: '非洲国家没有查明需求。',
    } as const;
    const write = async (language: keyof typeof translations | 'en', written: string) => {
      const { key, version } = await own();
      valueOf(await writeText(manager, { id, key, version, language, text: written }));
    };
    for (const [language, written] of Object.entries(translations))
      await write(language as keyof typeof translations, written);
    const unbound = (await checksOf(id)).filter((check) => check.startsWith('unbound'));
    expect(unbound).toHaveLength(6);
    expect(unbound.every((check) => check.startsWith('unbound true'))).toBe(true);
    expect(failureOf(await freeze(id))).toMatchObject({ errors: [{ field: 'checks' }] });

    const { key, version } = await own();
    const claim = { id, key, version: String(version), kind: 'released' };
    const { parse } = await import('zod/mini');
    expect(
      failureOf(await addClaim(manager, parse(claimSchema, { ...claim, reason: '' }))),
    ).toMatchObject({ errors: [{ field: 'reason' }] });
    const reason = 'Said of the first cycle, which the register does not hold.';
    valueOf(await addClaim(manager, parse(claimSchema, { ...claim, reason })));
    for (const [language, written] of Object.entries(translations))
      await write(language as keyof typeof translations, `<c1>${written}</c1>`);
    const checks = await checksOf(id);
    expect(checks.filter((check) => check.startsWith('unbound'))).toEqual([]);
    expect(checks).toContain(`released false ${reason}`);
  });

  it('is a reference to a figure that was removed', async () => {
    const id = await opened(manager);
    expect((await checksOf(id)).filter((check) => check.startsWith('broken'))).toEqual([]);
    const figure = (await blocksOfEdition(manager, id, null)).find(
      ({ key }) => key === 'figure.shares',
    )!;
    valueOf(await removeBlock(manager, { id, key: figure.key, version: figure.version }));
    expect(await checksOf(id)).toContain('broken true figure.shares');
    expect(failureOf(await freeze(id))).toMatchObject({ errors: [{ field: 'checks' }] });
  });
});

describe.runIf(onOneEngine)('the particulars of an edition', () => {
  it('bear a symbol that no other edition has, however it is written', async () => {
    const taken = { field: 'symbol', message: 'notes.errors.symbolTaken' };
    await opened(manager, { symbol: 'CAC/COSP/IRG/2023/7' });
    const same = { ...asIn2023, symbol: 'cac/cosp/irg/2023/7' };
    expect(failureOf(await createEdition(manager, same))).toMatchObject({ errors: [taken] });
    const id = await opened(manager);
    const change = { ...same, id, version: 1, languages: ['en'] } as const;
    expect(failureOf(await changeEdition(manager, change))).toMatchObject({ errors: [taken] });
  });

  it('have a cut-off before that of the following edition', async () => {
    const first = await opened(manager, { symbol: 'NR/FIRST', cutoff: '2022-02-28' });
    await opened(manager, { previousId: first });
    const change = {
      ...asIn2023,
      symbol: 'NR/FIRST',
      cutoff: '2023-02-28',
      id: first,
      version: 1,
      languages: ['en'],
    } as const;
    expect(failureOf(await changeEdition(manager, change))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'cutoff', message: 'notes.errors.cutoffAfterNext' }],
    });
  });

  it('say that a cut-off lies in the future, and list their faults in the order of the form', () => {
    const sent = {
      symbol: '',
      chapters: 'IX',
      cutoff: '2100-01-01',
      session: '',
      sourceLocale: '',
    };
    const read = editionInput(
      Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value]])),
      {},
    );
    const failure = failureOf(read);
    const errors = failure.kind === 'invalid' ? failure.errors : [];
    expect(errors.map(({ field }) => field)).toEqual([
      'symbol',
      'chapters',
      'cutoff',
      'session',
      'documentDate',
      'sourceLocale',
    ]);
    expect(errors[2]).toEqual({ field: 'cutoff', message: 'notes.errors.cutoffAhead' });
  });
});

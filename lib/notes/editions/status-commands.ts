import 'server-only';
import { headAt } from '#db/register';
import { read, type Writer } from '#db/client';
import type { Actor } from '#lib/base/actor';
import { publicRevisionAt } from '#lib/counting/facts/revisions';
import { done, failed, forbidden, invalid, notFound } from '#lib/base/errors';
import { today } from '#lib/text/dates';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { filesOfEdition } from '#lib/notes/documents/files';
import {
  draftChecksumOf,
  frozenContent,
  withEditionSnapshot,
} from '#lib/notes/assembly/finished-note';
import { rulesOf, type Edition } from '#lib/notes/model/edition';
import { storeContents } from '#lib/notes/store/contents';
import { hasOpenJob, cancelOpenJobs } from '#lib/notes/documents/jobs';
import { evaluateBlocks } from '#lib/notes/checks/changed-blocks';
import { editionAtWork } from '#lib/notes/store/queries';
import { hasWritten, isSymbolTaken } from '#lib/notes/store/writers';
import { currentSettings } from '#lib/people/settings/queries';
import { unpublishedSummariesIn } from '#lib/notes/store/counted-summaries';
import { mayWriteNotes } from '#lib/notes/store/permissions';
import {
  storeAcceptedNumbers,
  editionTransaction,
  recordNoteChange,
  updateEdition,
  type EditionOutcome,
} from '#lib/notes/store/write';

type EditionRef = Readonly<{ id: string; version: number }>;

const conflict = failed({ kind: 'conflict', why: 'note' });

/** Sends a draft to its readers and approvers for review. */
export const sendForReview = (actor: Actor, { id, version }: EditionRef): Promise<EditionOutcome> =>
  editionTransaction(actor, id, ['drafting'], async (tx) => {
    await recordNoteChange(tx, actor, 'send-for-review', id);
    return (await updateEdition(tx, { id, version }, { status: 'under-review' }))
      ? done({ id })
      : conflict;
  });

/**
 * Returns an edition under review, or a frozen one that is not published, to its writers. Files of
 * the frozen edition are then no longer shown.
 */
export const takeBack = (actor: Actor, { id, version }: EditionRef): Promise<EditionOutcome> =>
  editionTransaction(actor, id, ['under-review', 'frozen'], async (tx, { edition }) => {
    await recordNoteChange(tx, actor, 'take-back', id);
    await cancelOpenJobs(tx, actor, id);
    return (await updateEdition(
      tx,
      { id, version },
      {
        status: 'drafting',
        revision: null,
        publicRevision: null,
        checksum: null,
        head: null,
        frozenAt: null,
        rules: rulesOf(edition),
      },
    ))
      ? done({ id })
      : conflict;
  });

/**
 * Accepts the present numbers of some blocks, or of all (`keys` null). `revision` is the one that
 * the actor saw; another one is a conflict.
 */
export async function acceptChangedNumbers(
  actor: Actor,
  {
    id,
    keys,
    revision,
  }: Readonly<{ id: string; keys: readonly string[] | null; revision: number }>,
): Promise<EditionOutcome> {
  const view = await editionAtWork(actor, id);
  if (!view.ok) return view;
  if (!mayWriteNotes(actor)) return forbidden('role');
  const evaluated = await withEditionSnapshot(actor, view.value, (snapshot) => ({
    revision: snapshot.revision,
    numbers: evaluateBlocks(
      snapshot.blocks.filter(({ key }) => keys === null || keys.includes(key)),
      snapshot,
      view.value.edition.sourceLocale,
    ),
  }));
  if (evaluated.revision !== revision) return conflict;
  const { numbers } = evaluated;
  if (numbers.length === 0) return notFound;
  return editionTransaction(actor, id, ['drafting', 'under-review'], async (tx) => {
    await recordNoteChange(tx, actor, 'accept', id, { keys: keys === null ? 'all' : keys });
    await storeAcceptedNumbers(tx, actor, id, numbers);
    return done({ id });
  });
}

/** An edition as it is frozen at a revision. */
async function frozenAtRevision(edition: Edition, revision: number, day: string) {
  // What a public reader is told; no number of a change that they do not see.
  const publicRevision = await publicRevisionAt(revision);
  return {
    ...edition,
    status: 'frozen' as const,
    revision,
    publicRevision,
    // The head of the revision that readers are told.
    head: await headAt(read(), publicRevision),
    frozenAt: day,
    rules: rulesOf(edition),
  };
}

/**
 * Freezes an edition: from now on its numbers and texts are those of one revision. Blocking checks
 * prevent it; the others must have been confirmed (`seen`).
 */
export async function freezeEdition(
  actor: Actor,
  { id, version, seen: lookedAt }: EditionRef & Readonly<{ seen: string }>,
): Promise<EditionOutcome> {
  const found = await editionAtWork(actor, id);
  if (!found.ok) return found;
  if (!mayWriteNotes(actor)) return forbidden('role');
  if (
    !['drafting', 'under-review'].includes(found.value.edition.status) ||
    found.value.edition.version !== version
  )
    return conflict;
  const { checks, revision } = await withEditionChecks(
    actor,
    found.value,
    ({ checks: all, revision: at }) => ({ checks: all, revision: at }),
  );
  if (checks.some(({ blocking }) => blocking)) return invalid('checks', 'notes.errors.checks');
  if (checks.length > 0 && lookedAt !== 'yes') return invalid('seen', 'notes.errors.seen');
  const day = today();
  const frozen = await frozenAtRevision(found.value.edition, revision, day);
  const { checksum, notes } = await withEditionSnapshot(actor, { edition: frozen }, frozenContent);
  return editionTransaction(actor, id, ['drafting', 'under-review'], async (tx) => {
    // Any write since the checks has advanced the revision; at midnight another day begins.
    const seq = await recordNoteChange(tx, actor, 'freeze', id, { revision, checksum });
    const frozenAt = new Date().toISOString();
    if (seq !== revision + 1 || !frozenAt.startsWith(day)) return conflict;
    if (await isSymbolTaken(tx, frozen.symbol, id, ['frozen', 'published']))
      return invalid('symbol', 'notes.errors.symbolTaken');
    // Documents in the making are of the draft.
    await cancelOpenJobs(tx, actor, id);
    await storeContents(tx, id, checksum, notes);
    const { status, publicRevision, head, rules } = frozen;
    const isUpdated = await updateEdition(
      tx,
      { id, version },
      { status, revision, publicRevision, checksum, head, frozenAt, rules },
    );
    return isUpdated ? done({ id }) : conflict;
  });
}

/**
 * Whether one of those who have approved an edition has not written in it, as far as the settings ask
 * for that.
 */
async function isSignedOff(
  tx: Writer,
  actor: Actor,
  id: string,
  approvers: readonly Readonly<{ accountId: string }>[],
): Promise<boolean> {
  if ((await currentSettings(actor, tx))['note-approval'] === 'not-required') return true;
  for (const approver of approvers) if (!(await hasWritten(tx, approver, id))) return true;
  return false;
}

/**
 * Publishes a frozen edition at its permanent address. All approvers must have approved its present
 * content, and all summaries that it counts must be published.
 */
export async function publishEdition(
  actor: Actor,
  { id, version }: EditionRef,
): Promise<EditionOutcome> {
  const view = await editionAtWork(actor, id);
  if (!view.ok) return view;
  const mark = await withEditionSnapshot(actor, view.value, draftChecksumOf);
  return editionTransaction(actor, id, ['frozen'], async (tx, { people, edition }) => {
    const approvers = people.filter(({ role }) => role === 'approves');
    const hasApproved = ({ approved }: (typeof approvers)[number]) =>
      approved !== null && (approved === mark || approved === edition.checksum);
    if (!approvers.every(hasApproved)) return invalid('approvals', 'notes.errors.approvals');
    if (!(await isSignedOff(tx, actor, id, approvers)))
      return invalid('approvals', 'notes.errors.otherApprover');
    if ((await unpublishedSummariesIn(edition, tx)).length > 0)
      return invalid('summaries', 'notes.audience.refused');
    if (await hasOpenJob(tx, id)) return invalid('documents', 'notes.errors.making');
    if ((await filesOfEdition(edition, tx)).length === 0)
      return invalid('documents', 'notes.errors.documents');
    await recordNoteChange(tx, actor, 'publish', id, { checksum: edition.checksum });
    return (await updateEdition(
      tx,
      { id, version },
      { status: 'published', publishedAt: new Date().toISOString() },
    ))
      ? done({ id })
      : conflict;
  });
}

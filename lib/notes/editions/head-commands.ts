import 'server-only';
import { randomUUID } from 'node:crypto';
import { note } from '#db/schema/notes';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { chapterCodes, chaptersOfCycle, cycles, type Chapter } from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { done, failed, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { translator } from '#lib/text/i18n';
import { hasFollowerBy, isSymbolTaken } from '#lib/notes/store/writers';
import { themesAbout } from '#lib/notes/store/assistance';
import { presentRules, type Edition } from '#lib/notes/model/edition';
import { evaluateBlocks } from '#lib/notes/checks/changed-blocks';
import { standardDraft } from '#lib/notes/outline/outline';
import { editionById } from '#lib/notes/store/queries';
import { withRegisterSnapshot } from '#lib/notes/assembly/register-snapshot';
import type { EditionInput } from '#lib/notes/editions/schema';
import { mayWriteNotes } from '#lib/notes/store/permissions';
import {
  storeAcceptedNumbers,
  editionTransaction,
  insertBlocks,
  positionBlocks,
  recordNoteChange,
  updateEdition,
  type EditionOutcome,
} from '#lib/notes/store/write';

const cycleOf = (chapters: readonly Chapter[]) =>
  cycles.find((cycle) => chaptersOfCycle(cycle).includes(chapters[0]!))!;

type EditionHead = Omit<
  Edition,
  | 'id'
  | 'status'
  | 'version'
  | 'revision'
  | 'publicRevision'
  | 'checksum'
  | 'head'
  | 'frozenAt'
  | 'rules'
  | 'publishedAt'
  | 'languages'
>;

/**
 * Validates the head of an edition. Cut-off and symbol of the previous note come from the previous
 * edition, if one is selected.
 */
async function validateHead(
  actor: Actor,
  {
    title,
    chapters: input,
    previousId,
    previousCutoff,
    previousSymbol,
    agendaSymbol = '',
    readSymbol = '',
    sinceSession = null,
    nextChapters = '',
    nextSession = null,
    ...own
  }: EditionInput,
): Promise<Outcome<EditionHead>> {
  const chapters = chapterCodes.filter((chapter) => input.split(',').includes(chapter));
  const isNext = (chapter: Chapter) => nextChapters.split(',').includes(chapter);
  const titles = Object.fromEntries(
    locales.map((locale) => [locale, translator(locale)('notes.document.title')]),
  );
  const head = {
    ...own,
    title: title ? { ...titles, [own.sourceLocale]: title } : titles,
    cycle: cycleOf(chapters),
    chapters,
    standing: {
      agendaSymbol,
      readSymbol,
      sinceSession,
      nextChapters: chapterCodes.filter(isNext),
      nextSession,
    },
  };
  if (previousId === null) return done({ ...head, previousId, previousCutoff, previousSymbol });
  const before = await editionById(actor, previousId);
  if (!before.ok) return invalid('previousId', 'notes.errors.previous');
  const { cutoff, symbol } = before.value.edition;
  if (cutoff >= own.cutoff) return invalid('previousId', 'previousNotBefore');
  return done({ ...head, previousId, previousCutoff: cutoff, previousSymbol: symbol });
}

/** Creates an edition with the standard draft in six languages; present numbers are accepted. */
export async function createEdition(actor: Actor, input: EditionInput): Promise<EditionOutcome> {
  if (!mayWriteNotes(actor)) return forbidden('role');
  const head = await validateHead(actor, input);
  if (!head.ok) return head;
  const { sourceLocale, chapters } = head.value;
  const { blocks, numbers } = await withRegisterSnapshot(actor, head.value, null, (register) => {
    const drafted = positionBlocks(
      standardDraft(register.counts, themesAbout(chapters), head.value),
    );
    return { blocks: drafted, numbers: evaluateBlocks(drafted, register, sourceLocale) };
  });
  return runCommand(async (tx) => {
    const id = randomUUID();
    if (await isSymbolTaken(tx, head.value.symbol, null))
      return invalid('symbol', 'notes.errors.symbolTaken');
    const seq = await recordNoteChange(tx, actor, 'open', id, {
      symbol: head.value.symbol,
      cutoff: head.value.cutoff,
      audience: head.value.audience,
    });
    await tx.insert(note).values({
      id,
      status: 'drafting',
      ...head.value,
      languages: locales,
      rules: presentRules,
      version: 1,
      createdBy: actor.accountId!,
      createdAt: new Date().toISOString(),
    });
    await insertBlocks(tx, actor, id, blocks, seq);
    await storeAcceptedNumbers(tx, actor, id, numbers);
    return done({ id });
  });
}

/**
 * Changes the head of a draft. Its texts stay; blocks whose numbers another cut-off changes are
 * listed in the checks. Whom it is for stays too: the counts that it was opened with decided which
 * blocks it has.
 */
export async function changeEdition(
  actor: Actor,
  {
    id,
    version,
    languages,
    ...input
  }: EditionInput & Readonly<{ id: string; version: number; languages: Edition['languages'] }>,
): Promise<EditionOutcome> {
  const head = await validateHead(actor, input);
  if (!head.ok) return head;
  return editionTransaction(actor, id, ['drafting', 'under-review'], async (tx, { edition }) => {
    if (await isSymbolTaken(tx, head.value.symbol, id))
      return invalid('symbol', 'notes.errors.symbolTaken');
    if (await hasFollowerBy(tx, edition, head.value.cutoff))
      return invalid('cutoff', 'notes.errors.cutoffAfterNext');
    await recordNoteChange(tx, actor, 'edit', id, {
      symbol: head.value.symbol,
      cutoff: head.value.cutoff,
    });
    const title = {
      ...edition.title,
      [head.value.sourceLocale]:
        input.title ||
        edition.title[head.value.sourceLocale] ||
        head.value.title[head.value.sourceLocale]!,
    };
    const set = {
      ...head.value,
      audience: edition.audience,
      title,
      languages: locales.filter(
        (locale) => languages.includes(locale) || locale === head.value.sourceLocale,
      ),
    };
    return (await updateEdition(tx, { id, version }, set))
      ? done({ id })
      : failed({ kind: 'conflict', why: 'note' });
  });
}

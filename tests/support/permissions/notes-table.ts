import {
  everyone,
  signedIn,
  type ByActor,
  type ReadOutcome,
  type SentOutcome,
} from '#tests/support/permissions/outcomes';
import type { SentRow } from '#tests/support/permissions/forms-table';
import { noteStates, type NoteState } from '#tests/support/permissions/register';
import type { ReadRow } from '#tests/support/permissions/pages-table';

const workPages = ['/write', '/moved', '/checks', '/translate', '/compare', '/blocks/summary'];
const entryOf = (page: string) =>
  `/[locale]/notes/[id]${page.replace('/blocks/summary', '/blocks/[key]')}/page`;

/** For those who work on the note there is this; for all others there is no such note. */
const atWork = <O extends ReadOutcome | SentOutcome>(
  others: ByActor<O | 'not-found' | 'sign-in'>,
  outcome: O,
): ByActor<O | 'not-found' | 'sign-in'> => ({
  ...others,
  'reviewer of D': outcome,
  manager: outcome,
  administrator: outcome,
});

function readRows(state: NoteState): readonly ReadRow[] {
  const path = `/en/notes/{note ${state}}`;
  const isPublic = state === 'published';
  const open = isPublic ? everyone('shown') : atWork(everyone('not-found'), 'shown');
  const work = atWork(signedIn('not-found'), 'shown');
  return [
    { entry: entryOf(''), path, outcomes: isPublic ? signedIn('shown') : work },
    { entry: entryOf('/text'), path: `${path}/text`, outcomes: open },
    { entry: entryOf('/annex'), path: `${path}/annex`, outcomes: open },
    {
      entry: '/[locale]/notes/[id]/documents/[language]/[format]/route',
      path: `${path}/documents/en/docx`,
      outcomes: open,
    },
    ...workPages.map((page) => ({
      entry: entryOf(page),
      path: `${path}${page}`,
      outcomes: work,
    })),
    {
      entry: entryOf('/head'),
      path: `${path}/head`,
      outcomes: { ...atWork(signedIn('not-found'), 'forbidden'), manager: 'shown' },
    },
  ];
}

/** Every page of an edition, in every state. */
export const noteReadRows: readonly ReadRow[] = noteStates.flatMap(readRows);

// Of a version that there is not, so that nothing is ever done.
const version = '999';
const onBlock = { version, language: 'en', text: 'A text.', name: 'needs', reason: 'A reason.' };
const head = {
  version,
  symbol: 'NR/1',
  session: '1',
  chapters: 'II',
  cutoff: '2023-02-28',
  documentDate: '2023-03-01',
  sourceLocale: 'en',
};
type Outcomes = Readonly<Partial<Record<NoteState | 'always', SentOutcome>>>;
type Form = Readonly<{
  verb: string;
  fields: Readonly<Record<string, string>>;
  /** What a manager is answered, where it is not that the note has moved on. */
  byManager?: Outcomes;
  /** What the others who work on it are answered, where it is not that this is not for them. */
  byOthers?: Outcomes;
}>;

const forms: readonly Form[] = [
  { verb: 'change-head', fields: head, byOthers: { always: 'forbidden' } },
  { verb: 'send-for-review', fields: { version } },
  { verb: 'take-back', fields: { version } },
  { verb: 'accept', fields: { revision: '1' } },
  { verb: 'freeze', fields: { version } },
  // Nobody has approved what is frozen.
  { verb: 'publish', fields: { version }, byManager: { frozen: 'invalid' } },
  {
    verb: 'name',
    fields: { email: 'nobody@example.org', role: 'reads' },
    byManager: { drafting: 'invalid', 'under-review': 'invalid', frozen: 'invalid' },
  },
  {
    verb: 'unname',
    fields: { person: 'none' },
    byManager: { drafting: 'not-found', 'under-review': 'not-found', frozen: 'not-found' },
  },
  {
    verb: 'approve',
    fields: { checksum: 'none' },
    byManager: { always: 'forbidden-to-role' },
  },
  {
    verb: 'resolve',
    fields: { comment: 'none' },
    byManager: { drafting: 'not-found', 'under-review': 'not-found' },
    byOthers: { drafting: 'not-found', 'under-review': 'not-found', always: 'status 409' },
  },
  {
    verb: 'add',
    fields: { kind: 'paragraph', text: '' },
    byManager: { drafting: 'invalid', 'under-review': 'invalid' },
  },
  { verb: 'blocks/[key]/write', fields: onBlock },
  { verb: 'blocks/[key]/bind', fields: { ...onBlock, kind: 'count', to: '3' } },
  { verb: 'blocks/[key]/claim', fields: { ...onBlock, kind: 'none', to: '3' } },
  { verb: 'blocks/[key]/unbind', fields: onBlock },
  {
    verb: 'blocks/[key]/hold',
    fields: onBlock,
    byManager: { drafting: 'invalid', 'under-review': 'invalid' },
  },
  { verb: 'blocks/[key]/release', fields: onBlock },
  { verb: 'blocks/[key]/move', fields: { ...onBlock, to: 'up' } },
  { verb: 'blocks/[key]/remove', fields: onBlock },
];

const sendRow = (state: NoteState, { verb, fields, byManager, byOthers }: Form): SentRow => {
  const others = byOthers?.[state] ?? byOthers?.always ?? 'forbidden-to-role';
  return {
    entry: `/[locale]/notes/[id]/${verb}/route`,
    path: `/en/notes/{note ${state}}/${verb.replace('[key]', 'summary')}`,
    fields,
    outcomes: {
      ...atWork(signedIn<SentOutcome>('not-found'), others),
      manager: byManager?.[state] ?? byManager?.always ?? 'status 409',
    },
  };
};

/** A comment is taken on a draft, from those who write it or are named; here it is none any more. */
const commentRows = (['frozen', 'published', 'out-of-view'] as const).map((state) => {
  const row = sendRow(state, { verb: 'blocks/[key]/comment', fields: { text: 'A text.' } });
  return { ...row, outcomes: { ...row.outcomes, 'reviewer of D': 'status 409' as const } };
});

/** Every form of an edition, in every state. */
export const noteSendRows: readonly SentRow[] = [
  ...noteStates.flatMap((state) => forms.map((form) => sendRow(state, form))),
  ...commentRows,
];

import { createHash } from 'node:crypto';
import {
  contentOf,
  documentsWithHash,
  originalsOf,
  type StoredDocument,
} from '#bin/verify-note/stored-documents';
import { FileRefused } from '#lib/files/refusal';
import { differencesOf, sameText, type Differences } from '#lib/documents/docx/differences';
import { parseNoteDocx, type ParsedDocx } from '#lib/documents/docx/parse-docx';

/** 0: a document of an edition, or a copy that reads the same; 1: a changed copy; 2: unknown. */
export type Verification = Readonly<{ code: 0 | 1 | 2; lines: readonly string[] }>;

const maxLines = 100;
const describeDocument = ({ symbol, locale, format, revision }: StoredDocument) =>
  `edition ${symbol}, ${locale}, ${format}, revision ${revision}`;
/** What whoever verifies a file for others must know before telling them. */
const warning = ({ isPublic }: StoredDocument): string[] =>
  isPublic ? [] : ['The public does not see this edition.'];
const quoteOrGone = (text: string | null) => (text === null ? 'gone' : `“${text}”`);

function reportLines({ numbers, text, charts, properties }: Differences): string[] {
  const lines = [
    ...numbers.map(
      ({ key, where, original, now }) =>
        `Number ${key} (${where}): “${original}” is now ${quoteOrGone(now)}.`,
    ),
    ...charts.map(
      ({ figure, original, now }) => `Chart ${figure}: “${original}” is now ${quoteOrGone(now)}.`,
    ),
    ...text.map((change) =>
      'removed' in change
        ? `Text no longer there (${change.where}): “${change.removed}”`
        : `Text that is new (${change.where}): “${change.added}”`,
    ),
    ...properties.map(
      ({ name, original, now }) => `Property ${name}: “${original}” is now ${quoteOrGone(now)}.`,
    ),
  ];
  const counts = [
    `${numbers.length} numbers changed`,
    text.length === 0 ? 'no other text changed' : `${text.length} changes of other text`,
    ...(charts.length === 0 ? [] : [`${charts.length} changes in charts`]),
    ...(properties.length === 0 ? [] : [`${properties.length} properties changed`]),
  ];
  return [
    ...lines.slice(0, maxLines),
    ...(lines.length > maxLines ? [`… and ${lines.length - maxLines} more.`] : []),
    `${counts.join('; ')}.`,
  ];
}

async function parseDocx(content: Uint8Array): Promise<ParsedDocx | null> {
  try {
    return await parseNoteDocx(content);
  } catch (error) {
    // A TypeError is thrown for text that cannot be decoded: a broken file is none of the register's.
    if (error instanceof FileRefused || error instanceof TypeError) return null;
    throw error;
  }
}

/** Verifies a file: reports which edition it is, or how it differs from the nearest original. */
export async function verifyDocument(content: Uint8Array): Promise<Verification> {
  const [same] = await documentsWithHash(createHash('sha256').update(content).digest('hex'));
  if (same)
    return {
      code: 0,
      lines: [`This is ${describeDocument(same)}, unchanged.`, ...warning(same)],
    };
  const unknown: Verification = {
    code: 2,
    lines: ['No edition in this register has a file with these bytes.'],
  };
  const reading = await parseDocx(content);
  if (!reading) return unknown;
  const compared = await Promise.all(
    (await originalsOf(reading)).map(async (edition) => ({
      edition,
      differences: await differencesOf(await contentOf(edition), content),
    })),
  );
  const changeCount = ({ numbers, text }: Differences) => numbers.length + text.length;
  const [nearest] = compared.toSorted(
    (a, b) => changeCount(a.differences) - changeCount(b.differences),
  );
  if (!nearest) return unknown;
  const { edition, differences } = nearest;
  if (sameText(differences))
    return {
      code: 0,
      lines: [
        `This reads as ${describeDocument(edition)}: no number, word or chart was changed, but the file was saved anew.`,
        ...warning(edition),
      ],
    };
  return {
    code: 1,
    lines: [
      `This is a changed copy of ${describeDocument(edition)}.`,
      ...warning(edition),
      ...reportLines(differences),
    ],
  };
}

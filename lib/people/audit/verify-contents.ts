import 'server-only';
import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/client';
import { coveredTables, type CoveredTable } from '#db/contents/covered-tables';
import type { ContentEntry } from '#db/contents/digests';
import { digestOf, readRows } from '#db/contents/read-rows';
import { attachment, attachmentContent } from '#db/schema/attachments';
import { noteFile } from '#db/schema/notes';
import type { Fault } from '#db/contents/fault';

type Written = { readonly digest: string | null; readonly seq: number; found: boolean };

/** What the log says of every row: its last digest and the change that wrote it. */
export class LoggedContents {
  readonly #rows = new Map<string, Map<string, Written>>();
  /** The hashes of events that changes name. */
  readonly events = new Map<number, Readonly<{ hash: string; seq: number }>>();

  add(seq: number, contents: readonly ContentEntry[]) {
    for (const [table, key, digest] of contents) {
      if (table === 'event') this.events.set(Number(key), { hash: digest ?? '', seq });
      else this.ofTable(table).set(key, { digest, seq, found: false });
    }
  }

  ofTable(table: string): Map<string, Written> {
    const known = this.#rows.get(table);
    if (known) return known;
    const rows = new Map<string, Written>();
    this.#rows.set(table, rows);
    return rows;
  }
}

/** The faults of a table: rows that the log does not know or knows otherwise, and rows that lack. */
async function faultsOfTable(from: Reader, table: CoveredTable, logged: Map<string, Written>) {
  const faults: Fault[] = [];
  for await (const rows of readRows(from, table)) {
    for (const row of rows) {
      const { key, digest, seq } = digestOf(table, row);
      const written = logged.get(key);
      if (written) written.found = true;
      if (written?.digest === digest) continue;
      const kind = written && written.digest !== null ? 'altered' : 'added';
      faults.push({ kind, table: table.name, id: key, seq: written?.seq ?? seq });
    }
  }
  for (const [key, { digest, seq, found }] of logged)
    if (digest !== null && !found)
      faults.push({ kind: 'missing', table: table.name, id: key, seq });
  return faults;
}

/** Files whose bytes are not those of their checksum, or that lack. */
async function faultsOfFiles(from: Reader): Promise<Fault[]> {
  const faults: Fault[] = [];
  const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  const attached = await from
    .select({ id: attachment.id, sha256: attachment.sha256, seq: attachment.fromSeq })
    .from(attachment)
    .orderBy(asc(attachment.id));
  for (const { id, sha256: expected, seq } of attached) {
    const [file] = await from
      .select({ content: attachmentContent.content })
      .from(attachmentContent)
      .where(eq(attachmentContent.attachmentId, id));
    if (file && sha256(file.content) === expected) continue;
    faults.push({ kind: file ? 'altered' : 'missing', table: 'attachment_content', id, seq });
  }
  const { noteId, locale, format } = noteFile;
  const documents = await from
    .select({ noteId, locale, format, sha256: noteFile.sha256, content: noteFile.content })
    .from(noteFile);
  for (const file of documents)
    if (sha256(file.content) !== file.sha256) {
      const id = `${file.noteId}|${file.locale}|${file.format}`;
      faults.push({ kind: 'altered', table: 'note_file', id, seq: null });
    }
  return faults;
}

/** The fault of the earliest change; one without a change comes last. */
const firstOf = (faults: readonly Fault[]): Fault | undefined =>
  faults.toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity))[0];

/** Compares every covered row and every file with the log; returns the first fault. */
export async function verifyContents(
  from: Reader,
  logged: LoggedContents,
): Promise<Fault | undefined> {
  const faults: Fault[] = [];
  for (const table of coveredTables)
    faults.push(...(await faultsOfTable(from, table, logged.ofTable(table.name))));
  faults.push(...(await faultsOfFiles(from)));
  return firstOf(faults);
}

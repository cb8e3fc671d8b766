import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { verifyDocument } from '#bin/verify-note/verify-document';
import { closeDatabase } from '#db/client';
import { databaseFailure } from '#db/errors';

const usage = `npm run verify-note FILE
Says whether a file (docx, pdf, html, txt) is an edition of the note of this register, unchanged; of a Word file also what was changed.
Ends with 0: the same; 1: changed; 2: unknown.`;

/** Explains a failure to read the file or the database without the driver's own wording. */
function explain(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
    return 'The file cannot be read.';
  if (databaseFailure(error) === 'unreachable')
    return 'The database cannot be reached: check DATABASE_URL and that the server runs.';
  return `There is no register with notes in this database, or it cannot be read: check DATABASE_URL. (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`;
}

const [file, ...more] = process.argv.slice(2);
if (file === undefined || file === '--help' || more.length > 0) {
  process.stdout.write(`${usage}\n`);
  process.exitCode = file === '--help' ? 0 : 2;
} else {
  try {
    const { code, lines } = await verifyDocument(
      await readFile(resolve(process.env.INIT_CWD || process.cwd(), file)),
    );
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  } finally {
    await closeDatabase();
  }
}

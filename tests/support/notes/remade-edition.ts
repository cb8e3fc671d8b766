/**
 * Makes an edition again in a process of its own and says what came of it: `remade-edition.ts ID
 * en,ar`, with `pdf` for the PDF's text too.
 */
import { createHash } from 'node:crypto';
import { closeDatabase } from '#db/client';
import { systemActor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { checksumOf, finishedNote, withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import { renderPdf } from '#lib/documents/pdf/render-pdf';
import { editionById } from '#lib/notes/store/queries';
import { renderText } from '#lib/documents/plain/render-text';
import { chromiumPath } from '#tests/support/pages/chromium';
import { valueOf } from '#tests/support/factories/outcomes';
import { readPdf } from '#tests/support/files/read-pdf';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** The checksum of an edition and of each of its documents, made anew. */
export async function remade(
  id: string,
  languages: readonly Locale[],
  pdf: boolean,
): Promise<Readonly<Record<string, string>>> {
  const reader = systemActor('', 'A test');
  const said: Record<string, string> = {
    checksum: await withEditionSnapshot(reader, valueOf(await editionById(reader, id)), checksumOf),
  };
  const chromium = pdf ? chromiumPath() : undefined;
  for (const locale of languages) {
    const note = valueOf(await finishedNote(reader, id, locale));
    said[`${locale} docx`] = sha256(await renderDocx(note));
    said[`${locale} txt`] = sha256(renderText(note));
    if (!chromium || !['en', 'ar'].includes(locale)) continue;
    const printed = await renderPdf(
      note,
      { links: 'register', base: 'https://register.example', labels: { back: '', marks: null } },
      { chromium },
    );
    said[`${locale} pdf`] = printed.ok
      ? sha256(JSON.stringify(await readPdf(printed.content)))
      : printed.why;
  }
  return said;
}

if (import.meta.main) {
  const [id = '', languages = '', pdf] = process.argv.slice(2);
  const made = await remade(id, languages.split(',') as Locale[], pdf === 'pdf');
  process.stdout.write(`${JSON.stringify(made)}\n`);
  await closeDatabase();
}

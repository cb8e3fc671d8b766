import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyDocument } from '#bin/verify-note/verify-document';
import { note, noteFile } from '#db/schema/notes';
import type { FinishedNote } from '#lib/documents/model/document';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { edited, withNumber } from '#tests/support/files/docx-parts';
import { finishedNote } from '#tests/support/factories/finished-note';
import { manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { unrecorded } from '#tests/support/databases/unrecorded';

beforeAll(() => freshRegister());

/** An edition of its own in the register, with its Word file and a page. */
async function stored(): Promise<{ symbol: string; docx: Uint8Array; html: Uint8Array }> {
  const id = randomUUID();
  const symbol = `CAC/COSP/IRG/2023/${id.slice(0, 8)}`;
  const finished: FinishedNote = {
    ...finishedNote('en'),
    checksum: createHash('sha256').update(id).digest('hex'),
  };
  const docx = await renderDocx({ ...finished, head: { ...finished.head, symbol } });
  const html = new TextEncoder().encode(`<!doctype html><title>${symbol}</title>`);
  const by = await manager();
  await unrecorded(async (tx) => {
    await tx.insert(note).values({
      id,
      status: 'published',
      title: { en: 'A note' },
      session: 14,
      place: 'Vienna',
      agendaItem: '5',
      symbol,
      documentDate: '2023-03-27',
      cycle: 2,
      chapters: ['II'],
      cutoff: '2023-02-28',
      sourceLocale: 'en',
      languages: ['en'],
      version: 1,
      revision: 412,
      checksum: finished.checksum,
      createdBy: by.accountId!,
      createdAt: new Date().toISOString(),
    });
    for (const [format, content] of [
      ['docx', docx],
      ['html', html],
    ] as const) {
      await tx.insert(noteFile).values({
        noteId: id,
        locale: 'en',
        format,
        revision: 412,
        size: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        madeAt: new Date().toISOString(),
        content: Buffer.from(content),
      });
    }
  });
  return { symbol, docx, html };
}

describe('verify-note', () => {
  it('knows each file of an edition by its bytes', async () => {
    const { symbol, docx, html } = await stored();
    expect(await verifyDocument(docx)).toEqual({
      code: 0,
      lines: [`This is edition ${symbol}, en, docx, revision 412, unchanged.`],
    });
    expect(await verifyDocument(html)).toEqual({
      code: 0,
      lines: [`This is edition ${symbol}, en, html, revision 412, unchanged.`],
    });
  });

  it('names the numbers that were changed in a copy of a Word file', async () => {
    const { symbol, docx } = await stored();
    const { code, lines } = await verifyDocument(
      edited(docx, 'word/document.xml', (part) => withNumber(part, 'overall.needs', '351')),
    );
    expect(code).toBe(1);
    expect(lines).toEqual([
      `This is a changed copy of edition ${symbol}, en, docx, revision 412.`,
      'Number overall.needs (paragraph 3): “315” is now “351”.',
      '1 numbers changed; no other text changed.',
    ]);
  });

  it('finds the edition by its symbol where the properties were taken out', async () => {
    const { symbol, docx } = await stored();
    const { code, lines } = await verifyDocument(
      edited(docx, 'docProps/custom.xml', (part) => part.replace(/<property .*<\/property>/s, '')),
    );
    expect(code).toBe(1);
    expect(lines[0]).toBe(`This is a changed copy of edition ${symbol}, en, docx, revision 412.`);
    expect(lines.at(-1)).toBe('0 numbers changed; no other text changed; 5 properties changed.');
  });

  it('says of a file that was only packed anew that it reads the same', async () => {
    const { docx } = await stored();
    const { code, lines } = await verifyDocument(
      edited(docx, 'word/styles.xml', (part) => part.replace('SimSun', 'SimHei')),
    );
    expect([code, lines.length]).toEqual([0, 1]);
    expect(lines[0]).toMatch(/no number, word or chart was changed, but the file was saved anew/);
  });

  it('knows nothing of other files, whatever they are', async () => {
    const { html } = await stored();
    for (const other of [
      new Uint8Array(),
      new TextEncoder().encode('A text.'),
      Buffer.concat([html, Buffer.from(' ')]),
      Buffer.from('PK\u0003\u0004broken'),
      await renderDocx({ ...finishedNote('zh'), checksum: 'none' }),
    ]) {
      expect(await verifyDocument(other)).toEqual({
        code: 2,
        lines: ['No edition in this register has a file with these bytes.'],
      });
    }
  });
});

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeFrozenEditions } from '#bin/store-frozen-editions';
import { systemActor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { checksumOf, finishedNote, withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import { fileOfEdition } from '#lib/notes/documents/files';
import { editionById } from '#lib/notes/store/queries';
import { frozenRegister } from '#tests/support/databases/frozen-editions';
import { number, rows } from '#tests/support/databases/sql';
import { valueOf } from '#tests/support/factories/outcomes';

const reader = systemActor('', 'A test');
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
let editions: Awaited<ReturnType<typeof frozenRegister>>;

beforeAll(async () => {
  editions = await frozenRegister();
});

const contentOf = async (id: string, locale: string) =>
  sha256(JSON.stringify(valueOf(await finishedNote(reader, id, locale as Locale))));

describe('an edition that an earlier release froze', () => {
  it('is made again of the register to the byte, by the rules that it was frozen by', async () => {
    for (const { id, checksum, contents } of editions) {
      const view = valueOf(await editionById(reader, id));
      expect(await withEditionSnapshot(reader, view, checksumOf)).toBe(checksum);
      for (const [locale, content] of Object.entries(contents))
        expect(await contentOf(id, locale), locale).toBe(content);
    }
  });

  it('is stored whole in six languages at the first start, once', async () => {
    const said: string[] = [];
    await storeFrozenEditions((line) => said.push(line));
    expect(said.toSorted()).toEqual([
      'Stored the content of the note NR/2023/1 as it was frozen.',
      'Stored the content of the note NR/2023/2 as it was frozen.',
    ]);
    expect(await number('select count(*) from note_content')).toBe(12);
    await storeFrozenEditions((line) => said.push(line));
    expect(said).toHaveLength(2);
  });

  it('reads as it was frozen whatever later releases would make of its texts', async () => {
    await rows(`update note set place = 'Elsewhere', rules = 3`);
    for (const { id, contents } of editions)
      for (const [locale, content] of Object.entries(contents))
        expect(await contentOf(id, locale), locale).toBe(content);
  });

  it('keeps the documents that were made of it, and their bytes', async () => {
    const [{ id, files } = editions[0]!] = editions;
    for (const [locale, byFormat] of Object.entries(files ?? {}))
      for (const [format, content] of Object.entries(byFormat)) {
        const found = await fileOfEdition(reader, id, locale as Locale, format as 'txt');
        expect(sha256(found!.content)).toBe(content);
      }
    expect(files).toBeDefined();
  });

  it('is stored in rows that nobody changes or takes away', async () => {
    const refused = (query: string) =>
      rows(query).then(
        () => 'done',
        (error: Error) => error.message,
      );
    expect(await refused(`update note_content set content = '{}'`)).toContain('append-only');
    expect(await refused('delete from note_content')).toContain('append-only');
  });
});

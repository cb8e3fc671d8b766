import { unzipSync, strFromU8 } from 'fflate';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { note } from '#db/schema/notes';
import { publicActor, type Actor } from '#lib/base/actor';
import { parseHead } from '#lib/base/verification';
import { locales } from '#lib/convention/names';
import { latestSeenRevision } from '#lib/counting/facts/revisions';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { noteDocument } from '#lib/documents/html/note-document';
import { renderText } from '#lib/documents/plain/render-text';
import { headHeaders, setSeenRevision } from '#lib/http/register-head';
import { freezeEdition, takeBack } from '#lib/notes/editions/status-commands';
import { editionById } from '#lib/notes/store/queries';
import { verifyRegister } from '#lib/people/audit/verify-register';
import { row } from '#tests/support/databases/sql';
import { unrecorded } from '#tests/support/databases/unrecorded';
import { demonstrationManager, finished, opened } from '#tests/support/factories/editions';
import { approved, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { publishedReview } from '#tests/support/factories/reviews';
import { toldRevision } from '#lib/notes/model/edition';

const plainHtml = { links: 'none', base: '', labels: { back: 'Back', marks: null } } as const;

let manager: Actor;
let id: string;
const edition = async () => valueOf(await editionById(manager, id)).edition;

beforeAll(async () => {
  manager = await demonstrationManager();
  id = await opened(manager);
});

describe('an edition that is frozen', () => {
  it('bears the head of the change log at its revision, in every language and format', async () => {
    expect((await finished(manager, id)).colophon).not.toContain('Head of the change log');
    const { version } = await edition();
    valueOf(await freezeEdition(manager, { id, version, seen: 'yes' }));
    const found = await edition();
    const { head } = found;
    const told = toldRevision(found);
    const { hash } = await row('select hash from change where seq = ?', [told]);
    expect(head).toBe(`${told}:${hash}`);
    for (const locale of locales) {
      const made = await finished(manager, id, locale);
      expect(made.colophon).toContain(head);
      expect(renderText(made)).toContain(head);
      expect(noteDocument(made, plainHtml)).toContain(head);
      const parts = unzipSync(await renderDocx(made));
      const words = strFromU8(parts['word/document.xml']!).replaceAll(/<[^>]+>/g, '');
      expect(words).toContain(head);
    }
  });

  it('is an outside copy that anchors the log', async () => {
    const head = parseHead((await edition()).head!)!;
    // The people of the tests are rows that no change wrote; the log itself is sound.
    expect((await verifyRegister(head)).fault?.table).not.toBe('change');
    const { fault } = await verifyRegister({ ...head, hash: 'f'.repeat(64) });
    expect(fault).toMatchObject({ kind: 'other-head', id: String(head.seq) });
  });

  it('reads as it did where it was frozen by a release without heads, and loses its head when it is taken back', async () => {
    // Its content was not stored either, which is found by its checksum.
    const checksum = '0'.repeat(64);
    await unrecorded((tx) => tx.update(note).set({ head: null, checksum }).where(eq(note.id, id)));
    const old = await finished(manager, id);
    expect(old.colophon).toMatch(new RegExp(`${checksum}\\.$`));
    const { version } = await edition();
    valueOf(await takeBack(manager, { id, version }));
    expect((await edition()).head).toBeNull();
  });
});

describe('a download', () => {
  it('bears for staff the head of the log, and for others that of the last change that they see', async () => {
    setSeenRevision(latestSeenRevision);
    const open = await panel(await publishedReview());
    await approved(open.focal, open.first, open.review);
    const shown = await headHeaders(publicActor);
    const { seq, hash } = parseHead(shown['register-head']!)!;
    expect(await row('select hash from change where seq = ?', [seq])).toEqual({ hash });

    const staff = await headHeaders(manager);
    const hidden = await panel();
    await submitted(hidden.focal, hidden.review);
    expect(await headHeaders(publicActor)).toEqual(shown);
    expect(await headHeaders(manager)).not.toEqual(staff);
    await approved(open.focal, open.first, open.review);
    expect(await headHeaders(publicActor)).not.toEqual(shown);
  });
});

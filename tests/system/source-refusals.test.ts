import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { actor, publicActor } from '#lib/base/actor';
import { parseInWorker } from '#lib/needs/attachments/parse-in-worker';
import { readSource } from '#lib/files/source/read-source';
import { docxFile, plain, relationship, word } from '#tests/support/files/docx-file';
import { pdfFile, setPage } from '#tests/support/files/pdf-file';
import { zipFile } from '#tests/support/files/zip-file';

const good = pdfFile({ pages: [setPage(['Good.'])] });
const docx = (parts: Parameters<typeof docxFile>[0]) =>
  docxFile({ body: plain('Text.'), ...parts });
const encryption =
  '/Encrypt<</Filter/Standard/V 1/R 2/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000000>/P -4>>/ID[<00><00>]';
const ole = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(600),
]);
const megabyte = 1024 * 1024;

const files: readonly (readonly [string, Buffer, string])[] = [
  ['an empty one', Buffer.alloc(0), 'fileEmpty'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'fileOfOtherKind'],
  [
    'a text that calls itself a PDF further down',
    Buffer.from(`${' '.repeat(2000)}%PDF-1.7`),
    'fileOfOtherKind',
  ],
  ['a PDF that is only its first line', Buffer.from('%PDF-1.7\n'), 'fileBroken'],
  ['a PDF cut in its middle', good.subarray(0, 300), 'fileBroken'],
  [
    'a PDF of noise',
    Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
    ]),
    'fileBroken',
  ],
  [
    'an encrypted PDF',
    pdfFile({ pages: [setPage(['Secret.'])], trailer: encryption }),
    'fileEncrypted',
  ],
  [
    'a PDF of 5,000 pages',
    pdfFile({ pages: Array.from({ length: 5000 }, () => []) }),
    'fileTooManyPages',
  ],
  ['an old Word document', ole, 'fileOldWord'],
  [
    'an encrypted Word document',
    Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
    'fileEncrypted',
  ],
  ['a zip file that is no document', zipFile([{ name: 'a.txt', content: 'a' }]), 'fileOfOtherKind'],
  [
    'a spreadsheet',
    zipFile([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<workbook/>' },
    ]),
    'fileOfOtherKind',
  ],
  ['a zip file cut short', docx({}).subarray(0, 400), 'fileBroken'],
  [
    'a zip file whose parts are encrypted',
    zipFile([{ name: 'word/document.xml', content: 'x', flags: 0x801 }]),
    'fileEncrypted',
  ],
  [
    'a zip file with two parts of one name',
    zipFile([
      { name: 'a.xml', content: '<a/>' },
      { name: 'a.xml', content: '<b/>' },
    ]),
    'fileBroken',
  ],
  [
    'a zip file with a name that climbs',
    zipFile([{ name: '../a.xml', content: '<a/>' }]),
    'fileBroken',
  ],
  [
    'a zip file of too many parts',
    zipFile(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.xml`, content: '<a/>' }))),
    'fileTooMuch',
  ],
  [
    'a zip bomb in the text',
    docx({ document: word('document', `<w:body>${plain(' '.repeat(20 * megabyte))}</w:body>`) }),
    'fileTooMuch',
  ],
  [
    'a zip bomb in a part that nobody reads',
    docx({ more: [{ name: 'word/media/image1.png', content: Buffer.alloc(30 * megabyte) }] }),
    'fileTooMuch',
  ],
  [
    'a zip bomb that says it is small',
    docx({
      more: [{ name: 'word/media/image1.png', content: Buffer.alloc(30 * megabyte), sizeSaid: 10 }],
    }),
    'fileBroken',
  ],
  [
    'a document with macros',
    docx({ more: [{ name: 'word/vbaProject.bin', content: 'x' }] }),
    'fileMacros',
  ],
  [
    'a document that declares macros',
    docx({ contentType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    'fileMacros',
  ],
  [
    'a document that refers to macros',
    docx({ relationships: relationship('vbaProject', 'other.bin') }),
    'fileMacros',
  ],
  [
    'a document with a linked picture',
    docx({ relationships: relationship('image', 'https://example.org/a.png', true) }),
    'fileLinks',
  ],
  [
    'a document with a template elsewhere',
    docx({ relationships: relationship('attachedTemplate', 'file:///c:/a.dotm', true) }),
    'fileLinks',
  ],
  [
    'a document with a DOCTYPE',
    docx({ document: `<!DOCTYPE w:document [<!ENTITY a "aaaa">]>${word('document', '')}` }),
    'fileDoctype',
  ],
  [
    'a document with a DOCTYPE in another part',
    docx({ styles: '<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>' }),
    'fileDoctype',
  ],
  ['a document that is no XML', docx({ document: '<w:document><w:body>' }), 'fileBroken'],
  [
    'a document that is no UTF-8',
    docx({ more: [{ name: 'word/x.xml', content: Buffer.from('<a>\xff</a>', 'latin1') }] }),
    'fileBroken',
  ],
  [
    'a document as deep as a well',
    docx({ document: `${'<a>'.repeat(600)}${'</a>'.repeat(600)}` }),
    'fileTooMuch',
  ],
];

describe('a file is refused, and it is said why', () => {
  it.each(files)('%s', async (_said, file, why) => {
    expect(await readSource({ file })).toEqual({ ok: false, why });
  });

  it.each<[string, string, string]>([
    ['an empty text', ' \n\t\u200b', 'enterSource'],
    ['a text of nothing but control characters', '\u0000\u0001', 'enterSource'],
    ['a text of 20 MB', 'word '.repeat(4 * megabyte), 'sourceTooLong'],
    ['a text in the wrong encoding', `${'\ufffd'.repeat(50)} text`, 'sourceUnreadable'],
  ])('%s', async (_said, text, why) => {
    expect(await readSource({ text })).toEqual({ ok: false, why });
  });

  it('but not for an address that somebody may follow', async () => {
    expect(
      await readSource({
        file: docx({ relationships: relationship('hyperlink', 'https://www.unodc.org', true) }),
      }),
    ).toMatchObject({ ok: true });
  });
});

describe('a file is read in a thread of its own', () => {
  it('which gives back what it read', async () => {
    expect(await parseInWorker(publicActor, { file: good })).toEqual({
      ok: true,
      value: {
        mediaType: 'application/pdf',
        pages: 1,
        leftOut: 0,
        passages: [{ page: 1, number: null, text: 'Good.' }],
        unread: [],
      },
    });
  });

  it('which is ended where the file unpacks without end, while the process goes on', async () => {
    const bomb = deflateSync(Buffer.alloc(300 * megabyte, ' '));
    const file = pdfFile({ pages: [[]], content: () => bomb });
    expect(file.length).toBeLessThan(megabyte);
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 10);
    expect(
      await parseInWorker(
        publicActor,
        { file },
        { seconds: 30, heap: 128 * megabyte, outside: 64 * megabyte },
      ),
    ).toEqual({ ok: false, why: 'fileTooMuch' });
    clearInterval(clock);
    expect(turns).toBeGreaterThan(5);
  });

  it('which is ended when its time is over, or its memory', async () => {
    const many = pdfFile({
      pages: Array.from({ length: 400 }, () =>
        setPage(Array.from({ length: 40 }, (_, i) => `${i}. Text of a line.`)),
      ),
    });
    expect(
      await parseInWorker(
        publicActor,
        { file: many },
        { seconds: 0.2, heap: 128 * megabyte, outside: 256 * megabyte },
      ),
    ).toEqual({ ok: false, why: 'fileTooMuch' });
    expect(
      await parseInWorker(
        publicActor,
        { file: many },
        { seconds: 30, heap: 8 * megabyte, outside: 256 * megabyte },
      ),
    ).toEqual({ ok: false, why: 'fileTooMuch' });
  });

  it('of one person does not keep another waiting, however slow it is', async () => {
    const slow = pdfFile({
      pages: Array.from({ length: 20 }, () =>
        setPage(Array.from({ length: 40 }, (_, i) => `${i}. Text of a line.`)),
      ),
    });
    const read: string[] = [];
    const parse = async (of: string, file: Uint8Array) => {
      const by = actor({ ...publicActor, role: 'focal-point', accountId: of });
      if ((await parseInWorker(by, { file })).ok) read.push(of);
    };
    const slowOnes = Array.from({ length: 3 }, () => parse('slow', slow));
    await Promise.all([...slowOnes, parse('other', good)]);
    expect(read.slice(0, 2)).toContain('other');
  });

  it('one of each person after the other, and with too many waiting it says so at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 7 }, () => parseInWorker(publicActor, { file: good })),
    );
    expect(answers.map((answer) => (answer.ok ? 'read' : answer.why))).toEqual([
      'read',
      'read',
      'read',
      'read',
      'sourceBusy',
      'sourceBusy',
      'sourceBusy',
    ]);
    expect(await parseInWorker(publicActor, { file: good })).toMatchObject({ ok: true });
  });
});

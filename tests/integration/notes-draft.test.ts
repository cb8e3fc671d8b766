import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/actor';
import { createEdition } from '#lib/notes/commands';
import { textOf, type FinishedNote } from '#lib/notes/document';
import { finishedNote } from '#lib/notes/finish';
import { manager as aManager } from '#tests/support/people';
import { freshRegister } from '#tests/support/register';

let manager: Actor;
let note: FinishedNote;
let id: string;

beforeAll(async () => {
  await freshRegister({ demonstration: true });
  const { loadDemonstration } = await import('#bin/demonstration');
  await loadDemonstration();
  manager = await aManager();
  const made = await createEdition(manager, { title: '', session: 14, place: 'Vienna', agendaItem: '5', symbol: 'CAC/COSP/IRG/2023/X', documentDate: '2023-03-27', chapters: 'II', cutoff: '2023-02-28', previousId: null, previousCutoff: '2021-10-31', previousSymbol: 'CAC/COSP/2021/10', sourceLocale: 'en' });
  if (!made.ok) throw new Error(JSON.stringify(made));
  id = made.value.id;
  const found = await finishedNote(manager, id, 'en');
  if (!found.ok) throw new Error(JSON.stringify(found));
  note = found.value;
});

describe('the edition with the cut-off of 28 February 2023', () => {
  it('makes files', async () => {
    const { docxOf } = await import('#lib/notes/docx/docx-of');
    const { noteDocument } = await import('#lib/notes/html/note-document');
    const { writeFileSync, mkdirSync } = await import('node:fs');
    const { wordsOf } = await import('#lib/notes/words');
    const { translator } = await import('#lib/i18n');
    mkdirSync('/tmp/docs', { recursive: true });
    for (const locale of ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const) {
      const found = await finishedNote(manager, id, locale);
      if (!found.ok) throw new Error('no');
      writeFileSync(`/tmp/docs/${locale}.docx`, await docxOf(found.value));
      writeFileSync(`/tmp/docs/${locale}.html`, noteDocument(found.value, { links: 'register', base: 'http://x', words: wordsOf(translator(locale), true) }));
      writeFileSync(`/tmp/docs/${locale}.txt`, (await import('#lib/notes/text')).noteText(found.value));
    }
  });
  it('reads', () => {
    const lines = note.blocks.map((block) => `${block.kind === 'paragraph' ? `${block.number}. ` : block.kind === 'heading' ? `## ${block.number} ` : block.kind === 'item' ? `  ${block.label} ` : `[${block.label}] `}${textOf('runs' in block ? block.runs : block.caption)}`);
    console.info([note.head.summary.map(({ text }) => text).join(''), ...lines, note.annex.rows.length].join('\n'));
    expect(note.annex.rows.length).toBeGreaterThan(100);
  });
});

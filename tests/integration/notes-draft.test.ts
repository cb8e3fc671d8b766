import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/actor';
import { createEdition } from '#lib/notes/commands';
import { textOf, type FinishedNote } from '#lib/notes/document';
import { finishedNote } from '#lib/notes/finish';
import { manager as aManager } from '#tests/support/people';
import { freshRegister } from '#tests/support/register';

let manager: Actor;
let note: FinishedNote;

beforeAll(async () => {
  await freshRegister({ demonstration: true });
  const { loadDemonstration } = await import('#bin/demonstration');
  await loadDemonstration();
  manager = await aManager();
  const made = await createEdition(manager, { title: '', session: 14, place: 'Vienna', agendaItem: '5', symbol: 'CAC/COSP/IRG/2023/X', documentDate: '2023-03-27', chapters: 'II', cutoff: '2023-02-28', previousId: null, previousCutoff: '2021-10-31', previousSymbol: 'CAC/COSP/2021/10', sourceLocale: 'en' });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const found = await finishedNote(manager, made.value.id, 'en');
  if (!found.ok) throw new Error(JSON.stringify(found));
  note = found.value;
});

describe('the edition with the cut-off of 28 February 2023', () => {
  it('reads', () => {
    const lines = note.blocks.map((block) => `${block.kind === 'paragraph' ? `${block.number}. ` : block.kind === 'heading' ? `## ${block.number} ` : block.kind === 'item' ? `  ${block.label} ` : `[${block.label}] `}${textOf('runs' in block ? block.runs : block.caption)}`);
    console.info([note.head.summary.map(({ text }) => text).join(''), ...lines, note.annex.rows.length].join('\n'));
    expect(note.annex.rows.length).toBeGreaterThan(100);
  });
});

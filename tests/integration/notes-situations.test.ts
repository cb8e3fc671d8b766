import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';
import { locales } from '#lib/convention/names';
import type { FinishedNote } from '#lib/documents/model/document';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { editionById } from '#lib/notes/store/queries';
import { asIn2023, finished, opened, readIn, runsOf } from '#tests/support/factories/editions';
import { onOneEngine } from '#tests/support/run/engines';
import { approved, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { focalPoint, manager as aManager, reviewer } from '#tests/support/factories/people';
import { publishedReview } from '#tests/support/factories/reviews';
import { createEdition } from '#lib/notes/editions/head-commands';
import { freshRegister } from '#tests/support/databases/fresh-register';

let manager: Actor;
beforeAll(async () => {
  await freshRegister();
  manager = await aManager();
});

const today = new Date().toISOString().slice(0, 10);
const given = { cutoff: today, documentDate: today, previousCutoff: null, previousSymbol: null };

/** What no sentence may look like: holes, doubled signs, a bracket with nothing in it. */
function soundness(note: FinishedNote) {
  for (const block of note.blocks) {
    const text = runsOf(block)
      .map((run) => run.text)
      .join('');
    expect(text, `${note.locale} ${block.key}`).not.toMatch(
      /undefined|NaN|\{|\}|\(\s*\)| {2,}|\(see –\)|[^ ] [.,;]|（）|،،|: \.|– per cent/,
    );
    expect(text.trim(), block.key).not.toBe('');
  }
}
const must = async (id: string) =>
  (
    await withEditionChecks(
      manager,
      valueOf(await editionById(manager, id)),
      ({ checks }) => checks,
    )
  ).filter((check) => check.blocking);

describe.runIf(onOneEngine)('a note reads well', () => {
  it('where there are no needs at all, and no summary', async () => {
    const id = await opened(manager, given);
    for (const locale of locales) soundness(await finished(manager, id, locale));
    const note = await finished(manager, id);
    expect(readIn(note, 'overall.new')).toBe(
      'No executive summary has been completed yet. No need related to chapter II has been identified.',
    );
    expect(readIn(note, 'category.capacity-building.size')).toBe(
      'No need was identified in the category “Capacity-building”.',
    );
    expect(note.blocks.some(({ key }) => key === 'overall.articles')).toBe(false);
    expect((await renderDocx(note)).length).toBeGreaterThan(10_000);
    expect((await must(id)).filter(({ kind }) => kind !== 'unreferenced')).toEqual([]);
  });

  it('where there is one need, of one State', async () => {
    const review = await publishedReview({ region: 'EEG' });
    const [entering, approving] = [await focalPoint(review), await reviewer(review)];
    await approved(entering, approving, review, { chapter: 'II', articles: ['5'] });
    const id = await opened(manager, { ...given, symbol: 'NR/ONE' });
    for (const locale of locales) soundness(await finished(manager, id, locale));
    const note = await finished(manager, id);
    expect(readIn(note, 'overall.new')).toContain('one executive summary has been completed');
    expect(readIn(note, 'overall.new')).toContain(
      'One State has identified one individual need related to chapter II.',
    );
    expect(readIn(note, 'regions.deep')).toBe(
      'In no regional group have enough States identified needs for an analysis in depth.',
    );
    expect(readIn(note, 'regions.WEOG')).toContain('no executive summary completed');
    expect(await must(id)).toEqual([]);
  });

  it('where everything ties', async () => {
    for (const article of ['5', '6', '7', '8', '9', '10', '11', '12', '13', '14']) {
      const review = await publishedReview({ region: 'GRULAC' });
      await approved(await focalPoint(review), await reviewer(review), review, {
        chapter: 'II',
        articles: [article],
      });
    }
    const id = await opened(manager, { ...given, symbol: 'NR/TIES' });
    for (const locale of locales) soundness(await finished(manager, id, locale));
    const note = await finished(manager, id);
    expect(readIn(note, 'deep.GRULAC.articles')).toContain(
      'article 5 (1 need, 10 per cent); article 6 (1 need, 10 per cent)',
    );
    expect(await must(id)).toEqual([]);
  });

  it('where the cut-off lies before the first summary', async () => {
    const id = await opened(manager, { ...given, cutoff: '2001-01-01', symbol: 'NR/EARLY' });
    const note = await finished(manager, id);
    soundness(note);
    expect(readIn(note, 'overall.new')).toContain('No executive summary has been completed yet.');
  });

  it('what is only submitted is in no note', async () => {
    const review = await publishedReview({ region: 'AFR' });
    const before = readIn(
      await finished(manager, await opened(manager, { ...given, symbol: 'NR/BEFORE' })),
      'overall.new',
    );
    await submitted(await focalPoint(review), review);
    const after = readIn(
      await finished(manager, await opened(manager, { ...given, symbol: 'NR/AFTER' })),
      'overall.new',
    );
    expect(after.replace(/\d+ executive/, '')).toBe(before.replace(/\d+ executive/, ''));
  });
});

describe('an edition is not opened', () => {
  it('by anybody but a manager', async () => {
    const review = await publishedReview({});
    for (const actor of [await focalPoint(review), await reviewer(review)])
      expect(failureOf(await createEdition(actor, asIn2023))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
  });

  it('after an edition that there is not, or one that counts as long', async () => {
    const id = await opened(manager, { ...given, symbol: 'NR/FIRST' });
    for (const previousId of ['none', id])
      expect(
        failureOf(await createEdition(manager, { ...asIn2023, ...given, previousId })),
      ).toMatchObject({ kind: 'invalid', errors: [{ field: 'previousId' }] });
  });
});

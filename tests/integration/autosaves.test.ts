import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  autosaveNeed,
  autosaveOf,
  discardAutosave,
  unfinishedEntries,
} from '#lib/needs/entry/autosave';
import { editNeed, enterNeed, submitNeed } from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { parseNeedFields } from '#lib/needs/model/schema';
import { revision } from '#tests/support/databases/log-rows';
import { completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const typed = (text: string) => ({ ...completeFields, text });
const sheet = (sent = 1, id = randomUUID()) => ({ id, sent });
const versions = (id: string) =>
  number('select count(*) from need_version where need_id = ?', [id]);

describe('what is typed and not saved', () => {
  it('is kept for the one who typed it alone, and makes no version, change or revision', async () => {
    const review = await mintedReview();
    const [focal, colleague] = [await focalPoint(review), await focalPoint(review)];
    const id = randomUUID();
    const before = await revision();
    valueOf(
      await autosaveNeed(focal, {
        id,
        reviewId: review.id,
        version: 0,
        fields: { ...typed('Half a sent'), category: '' },
        sheet: sheet(),
      }),
    );
    expect(await revision()).toBe(before);
    expect(await needById(focal, id)).toBeUndefined();
    expect((await autosaveOf(focal, id))?.fields).toEqual({
      ...typed('Half a sent'),
      category: '',
    });
    expect(await unfinishedEntries(focal)).toMatchObject([
      { needId: id, reviewId: review.id, text: 'Half a sent' },
    ]);
    expect(await autosaveOf(colleague, id)).toBeUndefined();
    expect(await unfinishedEntries(colleague)).toEqual([]);
  });

  it('is gone once it is saved, and an autosave that comes late does not bring it back', async () => {
    const review = await mintedReview();
    const focal = await focalPoint(review);
    const [id, form] = [randomUUID(), sheet(3)];
    valueOf(
      await autosaveNeed(focal, {
        id,
        reviewId: review.id,
        version: 0,
        fields: typed('First'),
        sheet: { ...form, sent: 1 },
      }),
    );
    valueOf(
      await enterNeed(focal, {
        id,
        reviewId: review.id,
        fields: typed('First, and saved'),
        sheet: form,
      }),
    );
    expect(await autosaveOf(focal, id)).toBeUndefined();
    valueOf(
      await autosaveNeed(focal, {
        id,
        reviewId: review.id,
        version: 0,
        fields: typed('First, late'),
        sheet: { ...form, sent: 2 },
      }),
    );
    expect(await autosaveOf(focal, id)).toBeUndefined();
    // Another form of the same need, opened elsewhere, is not late.
    valueOf(
      await autosaveNeed(focal, {
        id,
        reviewId: review.id,
        version: 1,
        fields: typed('In another window'),
        sheet: sheet(),
      }),
    );
    expect((await autosaveOf(focal, id))?.fields.text).toBe('In another window');
    expect(await unfinishedEntries(focal)).toEqual([]);
    valueOf(await discardAutosave(focal, { id }));
    expect(await autosaveOf(focal, id)).toBeUndefined();
  });

  it('is kept only where one may enter or change: for the others the need or review does not exist', async () => {
    const [review, other] = [await mintedReview(), await mintedReview()];
    const [focal, stranger] = [await focalPoint(review), await focalPoint(other)];
    const kept = (actor: typeof focal, input: Partial<Parameters<typeof autosaveNeed>[1]>) =>
      autosaveNeed(actor, {
        id: randomUUID(),
        reviewId: review.id,
        version: 0,
        fields: typed('x'),
        sheet: null,
        ...input,
      });
    expect(failureOf(await kept(stranger, {}))).toEqual({ kind: 'not-found' });
    expect(failureOf(await kept(await manager(), {}))).toEqual({ kind: 'forbidden', why: 'role' });
    const own = await draft(focal, review);
    expect(failureOf(await kept(stranger, { id: own.id }))).toEqual({ kind: 'not-found' });
    expect(
      failureOf(await kept(await reviewer(review), { id: (await submitted(focal, review)).id })),
    ).toEqual({ kind: 'forbidden', why: 'not-yours' });
    expect(failureOf(await kept(focal, { id: (await submitted(focal, review)).id }))).toEqual({
      kind: 'conflict',
      why: 'status',
    });
  });

  it('in any order of typing and saving: the newest text is there, and each save made one version', async () => {
    const review = await mintedReview();
    const focal = await focalPoint(review);
    const steps = fc.array(fc.constantFrom('type', 'save', 'late', 'reopen'), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const id = randomUUID();
        let [form, sent, version, saved, newest] = [randomUUID(), 0, 0, 0, ''];
        const delayed: (() => Promise<unknown>)[] = [];
        const autosave = (text: string, at: number, from: number, of: string) => {
          // A form that is opened anew shows the text that was typed last.
          const before = { text: newest };
          return () =>
            autosaveNeed(focal, {
              id,
              reviewId: review.id,
              version: from,
              fields: typed(text),
              before,
              sheet: { id: of, sent: at },
            });
        };
        const save = async () => {
          const input = { id, fields: typed(newest), sheet: { id: form, sent: (sent += 1) } };
          version = valueOf(
            version === 0
              ? await enterNeed(focal, { ...input, reviewId: review.id })
              : await editNeed(focal, { ...input, version }),
          ).version;
          saved += 1;
        };
        for (const [i, step] of order.entries()) {
          if (step === 'reopen') form = randomUUID();
          if (step === 'save') {
            newest = newest || `Saved ${i}`;
            await save();
            // The page after a save is another form.
            form = randomUUID();
          }
          if (step === 'type') {
            const text = `Typed ${i}`;
            const send = autosave(text, (sent += 1), version, form);
            newest = text;
            valueOf(await send());
          }
          // What is sent before a save of the same form may arrive after it.
          if (step === 'late') {
            const text = `Typed late ${i}`;
            delayed.push(autosave(text, (sent += 1), version, form));
            newest = text;
            await save();
            await delayed.pop()!();
            form = randomUUID();
          }
        }
        const shown =
          (await autosaveOf(focal, id))?.fields.text ?? (await needById(focal, id))?.text ?? '';
        expect(shown).toBe(newest);
        expect(await versions(id)).toBe(saved);
      }),
      { numRuns: 40 },
    );
  });

  it('does not keep what was saved from being submitted', async () => {
    const review = await mintedReview();
    const focal = await focalPoint(review);
    const seen = await draft(focal, review);
    valueOf(
      await autosaveNeed(focal, {
        ...seen,
        reviewId: review.id,
        fields: parseNeedFields({ text: ['Unsaved'] }),
        sheet: null,
      }),
    );
    valueOf(await submitNeed(focal, seen));
    expect((await needById(focal, seen.id))?.text).toBe(completeFields.text);
  });
});

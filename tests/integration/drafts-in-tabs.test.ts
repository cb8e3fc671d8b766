import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  autosaveNeed,
  autosaveOf,
  discardAutosave,
  loadDraft,
  unfinishedEntries,
} from '#lib/needs/entry/autosave';
import { editNeed, enterNeed } from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { fieldsOf, parseNeedFields, type NeedFields } from '#lib/needs/model/schema';
import type { Actor } from '#lib/base/actor';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number } from '#tests/support/databases/sql';
import { completeFields, draft } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { focalPoint } from '#tests/support/factories/people';
import { mintedReview } from '#tests/support/factories/reviews';

beforeAll(() => freshRegister());

/** One tab with the form of a need: it knows what it last knew to be stored, as a browser does. */
function openTab(
  actor: Actor,
  need: Readonly<{ id: string; reviewId: string; version: number }>,
  shown: NeedFields,
  stamp?: string,
) {
  const sheet = randomUUID();
  const tab = { sent: 0, stored: shown, fields: shown };
  const before = () =>
    Object.fromEntries(
      Object.entries(tab.stored).filter(
        ([name, value]) => String(value) !== String(tab.fields[name as keyof NeedFields]),
      ),
    ) as Partial<NeedFields>;
  return {
    type: (typed: Partial<NeedFields>) => {
      tab.fields = { ...tab.fields, ...typed };
    },
    autosave: async () => {
      tab.sent += 1;
      const { fields } = tab;
      const outcome = await autosaveNeed(actor, {
        ...need,
        fields,
        before: before(),
        stamp,
        sheet: { id: sheet, sent: tab.sent },
      });
      if (outcome.ok) tab.stored = fields;
      return outcome;
    },
    form: () => {
      tab.sent += 1;
      return { fields: tab.fields, before: before(), sheet: { id: sheet, sent: tab.sent } };
    },
  };
}

async function openedNeed() {
  const review = await mintedReview();
  const actor = await focalPoint(review);
  const { id, version } = await draft(actor, review);
  const shown = fieldsOf((await needById(actor, id))!);
  return { actor, shown, need: { id, version, reviewId: review.id } };
}
const values = (rivals: readonly Readonly<{ value: unknown }>[] | undefined) =>
  (rivals ?? []).map(({ value }) => value);

describe('two tabs of one need', () => {
  it('lose nothing where each changes another field', async () => {
    const { actor, shown, need } = await openedNeed();
    const [one, two] = [openTab(actor, need, shown), openTab(actor, need, shown)];
    one.type({ text: 'Typed in the first tab.' });
    valueOf(await one.autosave());
    two.type({ quote: 'Typed in the second tab.' });
    expect(valueOf(await two.autosave()).hasRivals).toBe(false);
    const kept = await autosaveOf(actor, need.id);
    expect(kept?.fields).toEqual({
      ...shown,
      text: 'Typed in the first tab.',
      quote: 'Typed in the second tab.',
    });
  });

  it('keep both texts of one field until somebody chooses, however long one tab slept', async () => {
    const { actor, shown, need } = await openedNeed();
    const [one, two] = [openTab(actor, need, shown), openTab(actor, need, shown)];
    one.type({ text: 'First' });
    valueOf(await one.autosave());
    two.type({ text: 'Second' });
    expect(valueOf(await two.autosave()).hasRivals).toBe(true);
    two.type({ text: 'Second, going on' });
    one.type({ text: 'First, going on' });
    valueOf(await two.autosave());
    valueOf(await one.autosave());
    const kept = (await autosaveOf(actor, need.id))!;
    expect(kept.fields.text).toBe('First, going on');
    expect(values(kept.rivals.text)).toEqual(['Second, going on']);

    // The page shows both; the second is chosen, and neither comes back.
    const { stamp } = await loadDraft(actor, need.id);
    const third = openTab(actor, need, kept.fields, stamp);
    third.type({ text: 'Second, going on' });
    valueOf(
      await editNeed(actor, {
        ...need,
        ...third.form(),
        settled: { text: ['First, going on', 'Second, going on'] },
      }),
    );
    expect((await needById(actor, need.id))?.text).toBe('Second, going on');
    expect(await autosaveOf(actor, need.id)).toBeUndefined();
  });

  it('keep ticked lists apart as well, and forget a rival that is taken back', async () => {
    const { actor, shown, need } = await openedNeed();
    const [one, two] = [openTab(actor, need, shown), openTab(actor, need, shown)];
    one.type({ articles: ['9'] });
    two.type({ articles: ['10', '11'] });
    valueOf(await one.autosave());
    valueOf(await two.autosave());
    expect(values((await autosaveOf(actor, need.id))?.rivals.articles)).toEqual([['10', '11']]);
    two.type({ articles: ['9'] });
    expect(valueOf(await two.autosave()).hasRivals).toBe(false);
  });

  it('keep what the other typed when one is saved, and take over what it shows', async () => {
    const { actor, shown, need } = await openedNeed();
    const [one, two] = [openTab(actor, need, shown), openTab(actor, need, shown)];
    one.type({ text: 'Saved by the first tab.' });
    two.type({ quote: 'Of the second.', text: 'Text of the second.' });
    valueOf(await two.autosave());
    const { version } = valueOf(await editNeed(actor, { ...need, ...one.form() }));
    const left = (await autosaveOf(actor, need.id))!;
    expect(left.version).toBe(version);
    expect(left.fields).toEqual({
      ...shown,
      text: 'Saved by the first tab.',
      quote: 'Of the second.',
    });
    expect(values(left.rivals.text)).toEqual(['Text of the second.']);
  });

  it('are one where a form without scripts says what it was opened with', async () => {
    const { actor, shown, need } = await openedNeed();
    const { stamp } = await loadDraft(actor, need.id);
    const other = openTab(actor, need, shown);
    other.type({ text: 'Typed after the plain form was opened.' });
    valueOf(await other.autosave());
    const sheet = { id: randomUUID(), sent: 0 };
    const fields = { ...shown, text: 'Plain.' };
    valueOf(await editNeed(actor, { ...need, fields, sheet, stamp }));
    expect(values((await autosaveOf(actor, need.id))?.rivals.text)).toEqual([
      'Typed after the plain form was opened.',
    ]);
  });

  it('are told apart also where the form does not say what it changed', async () => {
    const { actor, shown, need } = await openedNeed();
    for (const text of ['First', 'Second'])
      valueOf(
        await autosaveNeed(actor, {
          ...need,
          fields: { ...shown, text },
          sheet: { id: randomUUID(), sent: 1 },
        }),
      );
    const kept = await autosaveOf(actor, need.id);
    expect([kept?.fields.text, ...values(kept?.rivals.text)]).toEqual(['First', 'Second']);
  });
});

describe('a draft that was thrown away', () => {
  it('does not come back from the typing of another tab, and a form opened afterwards is kept', async () => {
    const review = await mintedReview();
    const actor = await focalPoint(review);
    const need = { id: randomUUID(), reviewId: review.id, version: 0 };
    const empty = parseNeedFields({});
    const one = openTab(actor, need, empty, '');
    one.type({ text: 'To be thrown away' });
    valueOf(await one.autosave());
    const seen = await loadDraft(actor, need.id);
    const other = openTab(actor, need, seen.autosave!.fields, seen.stamp);
    await new Promise((resolve) => setTimeout(resolve, 5));
    valueOf(await discardAutosave(actor, need));
    for (const tab of [one, other]) {
      tab.type({ text: 'To be thrown away, and more' });
      expect(failureOf(await tab.autosave())).toEqual({ kind: 'conflict', why: 'discarded' });
    }
    expect(await autosaveOf(actor, need.id)).toBeUndefined();
    expect(await unfinishedEntries(actor)).toEqual([]);

    const { stamp } = await loadDraft(actor, need.id);
    const later = openTab(actor, need, empty, stamp);
    later.type({ text: 'Begun anew' });
    valueOf(await later.autosave());
    expect((await autosaveOf(actor, need.id))?.fields.text).toBe('Begun anew');
  });
});

describe('one form', () => {
  it('enters one need, also when somebody goes back to it, changes it and saves again', async () => {
    const review = await mintedReview();
    const actor = await focalPoint(review);
    const entry = { id: randomUUID(), reviewId: review.id };
    const enter = (text: string) =>
      enterNeed(actor, { ...entry, fields: { ...completeFields, text } });
    valueOf(await enter('As first saved.'));
    expect(valueOf(await enter('As first saved.')).version).toBe(1);
    expect(valueOf(await enter('Changed after going back.')).version).toBe(2);
    expect((await needById(actor, entry.id))?.text).toBe('Changed after going back.');

    // The need has moved on: the first form is a draft of it now, and nothing is overwritten.
    expect(valueOf(await enter('From the first form again.')).version).toBe(2);
    expect((await needById(actor, entry.id))?.text).toBe('Changed after going back.');
    expect((await autosaveOf(actor, entry.id))?.fields.text).toBe('From the first form again.');
    expect(await number('select count(*) from need where review_id = ?', [review.id])).toBe(1);
  });
});

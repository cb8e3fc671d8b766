import { beforeAll, describe, expect, it } from 'vitest';
import { read as reading } from '#db/client';
import { publicActor, type Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { approveNeed, editNeed, reopenNeed, submitNeed } from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { translateNeed } from '#lib/needs/translations/commands';
import { needsToTranslate } from '#lib/needs/translations/export';
import {
  confirmTranslations,
  previewTranslations,
  translationsPreview,
} from '#lib/needs/translations/import-commands';
import { translationsInto, translationsOfNeed } from '#lib/needs/translations/queries';
import { planTranslations } from '#lib/needs/translations/plan';
import { parse, xliffOf, type ParsedXliff } from '#lib/needs/translations/xliff';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { revision, verbsOf } from '#tests/support/databases/log-rows';
import { number, rows } from '#tests/support/databases/sql';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, contributor, focalPoint, manager } from '#tests/support/factories/people';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';

beforeAll(() => freshRegister());

const arabic = 'تدريب موظفي المشتريات.';
const given = (
  id: string,
  more: Partial<Readonly<Record<'version' | 'follows', number>>> &
    Partial<Readonly<{ text: string; quote: string; language: Locale }>> = {},
) => ({ id, language: 'ar' as Locale, version: 1, follows: 0, text: arabic, quote: '', ...more });
const viewed = async (actor: Actor, id: string) => (await needById(actor, id))!;
const read = async (actor: Actor, id: string) =>
  (await translationsOfNeed(actor, await viewed(actor, id))).map(
    ({ locale, text, state, ofVersion }) => ({ locale, text, state, ofVersion }),
  );
const forbidden = { kind: 'forbidden', why: 'role' };
const missing = { kind: 'not-found' };

/** An approved need of a published review, changed afterwards: its approved text stays. */
async function reopened() {
  const people = await panel(await publishedReview());
  const { review, focal, first, second } = people;
  const seen = await approved(focal, first, review);
  const again = valueOf(await reopenNeed(second, { ...seen, reason: 'To be corrected.' }));
  const fields = { ...completeFields, text: 'A text that nobody has approved.' };
  const changed = valueOf(await editNeed(focal, { ...again, fields }));
  return { ...people, approvedVersion: seen.version, ...changed };
}

describe('the translation of a need', () => {
  it('stands beside the original, says who made it, when and of which version, and is in the log', async () => {
    const { review, focal } = await panel();
    const { id, version } = await draft(focal, review);
    const before = await revision();
    valueOf(await translateNeed(focal, given(id)));
    const [translation] = await translationsOfNeed(focal, await viewed(focal, id));
    expect(translation).toMatchObject({
      ...{ locale: 'ar', number: 1, ofVersion: 1, text: arabic, quote: null, state: 'current' },
      by: 'Focal point',
    });
    expect(Date.parse(translation!.at)).not.toBeNaN();
    expect(await revision()).toBe(before + 1);
    expect((await verbsOf('need', id)).at(-1)).toBe('translate');
    expect(await viewed(focal, id)).toMatchObject({ version, text: completeFields.text });
    const one = [await viewed(focal, id)];
    expect((await translationsInto(focal, 'ar', one)).get(id)?.text).toBe(arabic);
    expect((await translationsInto(focal, 'fr', one)).size).toBe(0);
  });

  it('is made by the focal point, by a contributor for drafts, by reviewers and managers; for others it is as if it did not exist', async () => {
    const { review, focal, first } = await panel();
    const helper = await contributor(review);
    const { id } = await draft(focal, review);
    valueOf(await translateNeed(helper, given(id)));
    expect(failureOf(await translateNeed(first, given(id)))).toEqual(missing);
    const outside = await focalPoint(await mintedReview());
    expect(failureOf(await translateNeed(outside, given(id)))).toEqual(missing);
    expect(failureOf(await translateNeed(await manager(), given(id)))).toEqual(missing);
    expect(failureOf(await translateNeed(publicActor, given(id)))).toEqual(missing);
    expect(failureOf(await translateNeed(await administrator(), given(id)))).toEqual(forbidden);

    const { id: sent } = await submitted(focal, review);
    expect(failureOf(await translateNeed(helper, given(sent)))).toEqual(forbidden);
    valueOf(await translateNeed(first, given(sent)));
  });

  it('is out of date once the original says something else, and current again when it is confirmed', async () => {
    const { review, focal } = await panel();
    const { id } = await draft(focal, review);
    valueOf(await translateNeed(focal, given(id)));
    const changed = valueOf(
      await editNeed(focal, { id, version: 1, fields: { ...completeFields, priority: '2' } }),
    );
    expect(await read(focal, id)).toMatchObject([{ state: 'current' }]);
    const fields = { ...completeFields, text: 'Training of judges.' };
    const { version } = valueOf(await editNeed(focal, { ...changed, fields }));
    expect(await read(focal, id)).toMatchObject([{ state: 'outdated', ofVersion: 1 }]);
    valueOf(await translateNeed(focal, given(id, { version, follows: 1 })));
    expect(await read(focal, id)).toMatchObject([{ state: 'current', ofVersion: version }]);
  });

  it('is never replaced by somebody who has not seen it, is the same when sent twice, and can be taken back', async () => {
    const { review, focal } = await panel();
    const { id } = await draft(focal, review);
    valueOf(await translateNeed(focal, given(id)));
    const before = await revision();
    valueOf(await translateNeed(focal, given(id)));
    expect(await revision()).toBe(before);
    expect(failureOf(await translateNeed(focal, given(id, { text: 'نص آخر' })))).toMatchObject({
      kind: 'conflict',
      by: 'Focal point',
    });
    valueOf(await translateNeed(focal, given(id, { text: '', follows: 1 })));
    expect(await read(focal, id)).toEqual([]);
    expect((await verbsOf('need', id)).at(-1)).toBe('take-back-translation');
    expect(await number(`select count(*) from need_translation where need_id = '${id}'`)).toBe(2);
    for (const write of [`update need_translation set text = 'x'`, 'delete from need_translation'])
      await expect(rows(write)).rejects.toThrow('append-only');
  });

  it('is refused in the language of the original, of what is empty, and too long', async () => {
    const { review, focal } = await panel();
    const { id } = await draft(focal, review);
    const faultOf = async (more: Parameters<typeof given>[1]) => {
      const failure = failureOf(await translateNeed(focal, given(id, more)));
      return failure.kind === 'invalid' ? failure.errors[0] : failure;
    };
    expect(await faultOf({ language: 'en' })).toMatchObject({ field: 'language' });
    expect(await faultOf({ quote: 'اقتباس' })).toMatchObject({ field: 'quote' });
    expect(await faultOf({ text: 'x'.repeat(4001) })).toMatchObject({ field: 'text' });
    expect(await faultOf({ version: 2 })).toEqual(missing);
  });

  it('of what nobody has approved is not read by those who see what is approved', async () => {
    const { id, version, focal, approvedVersion } = await reopened();
    valueOf(await translateNeed(focal, given(id, { version, text: 'سر' })));
    for (const reader of [publicActor, await manager()]) expect(await read(reader, id)).toEqual([]);
    const [boss] = [await manager()];
    valueOf(await translateNeed(boss, given(id, { version: approvedVersion, follows: 1 })));
    for (const reader of [publicActor, boss])
      expect(await read(reader, id)).toMatchObject([{ text: arabic, state: 'current' }]);
    expect(await read(focal, id)).toMatchObject([{ text: 'سر', state: 'current' }]);
  });

  it('of a draft that was changed before its approval is not read by the public, one of what was published is, as out of date', async () => {
    const { review, focal, first, second } = await panel(await publishedReview());
    const early = await draft(focal, review, { text: 'What was not meant.' });
    valueOf(await translateNeed(focal, given(early.id, { text: 'سر' })));
    const edited = valueOf(await editNeed(focal, { ...early, fields: completeFields }));
    const seen = valueOf(await approveNeed(first, valueOf(await submitNeed(focal, edited))));
    expect(await read(publicActor, seen.id)).toEqual([]);
    valueOf(await translateNeed(focal, given(seen.id, { version: seen.version, follows: 1 })));
    const again = valueOf(await reopenNeed(second, { ...seen, reason: 'To be corrected.' }));
    const fields = { ...completeFields, text: 'A better text.' };
    const better = valueOf(await editNeed(focal, { ...again, fields }));
    valueOf(await approveNeed(first, valueOf(await submitNeed(focal, better))));
    expect(await read(publicActor, seen.id)).toMatchObject([{ text: arabic, state: 'outdated' }]);
  });
});

const exported = async (by: Actor, ids: readonly string[], to: Locale = 'ar') => {
  const views = await Promise.all(ids.map((id) => viewed(by, id)));
  return xliffOf('en', to, await needsToTranslate(by, { from: 'en', to }, views));
};
const previewed = async (by: Actor, xliff: string) => {
  const file = { name: 'needs.xlf', content: Buffer.from(xliff) };
  const { id } = valueOf(await previewTranslations(by, file));
  return valueOf(await translationsPreview(by, id));
};
const filled = (xliff: string, text: string) =>
  xliff.replaceAll('</source></segment>', `</source><target>${text}</target></segment>`);
/** What a file would do, without the worker and the waiting file of the real import. */
const planned = async (by: Actor, xliff: string) => {
  const parsed = await parse(Buffer.from(xliff));
  if (!parsed.ok) throw new Error(parsed.faults[0]?.key);
  return planTranslations(by, JSON.parse(parsed.rows) as ParsedXliff, reading());
};
const fileFault = async (xliff: string) => {
  const parsed = await parse(Buffer.from(xliff));
  return parsed.ok ? undefined : parsed.faults[0]?.key;
};

describe('translations in XLIFF', () => {
  it('leave with the original and come back after a preview, which writes nothing', async () => {
    const { review, focal } = await panel();
    const quoted = { quote: 'Officers & "others" < 5 need training.' };
    const [first, second] = [await draft(focal, review, quoted), await draft(focal, review)];
    const xliff = await exported(focal, [first.id, second.id]);
    expect(xliff).toContain('srcLang="en" trgLang="ar"');
    const before = await revision();
    const preview = await previewed(focal, filled(xliff, 'نص &amp; <ph id="1"/>آخر'));
    expect(preview.plan.map(({ outcome, text, quote }) => ({ outcome, text, quote }))).toEqual([
      { outcome: 'new', text: 'نص & آخر', quote: 'نص & آخر' },
      { outcome: 'new', text: 'نص & آخر', quote: null },
    ]);
    expect(await revision()).toBe(before);
    const { id, fingerprint } = preview;
    expect(failureOf(await confirmTranslations(await manager(), { id, fingerprint }))).toEqual(
      missing,
    );
    valueOf(await confirmTranslations(focal, { id, fingerprint }));
    expect(await read(focal, first.id)).toMatchObject([{ text: 'نص & آخر', state: 'current' }]);
    expect(await previewed(focal, await exported(focal, [first.id]))).toMatchObject({
      counts: { new: 0, changed: 0, same: 1, wrong: 0 },
    });
  });

  it('do not replace what was translated since, nor what the file does not say', async () => {
    const { review, focal } = await panel();
    const { id } = await draft(focal, review, { quote: 'A passage.' });
    const xliff = await exported(focal, [id]);
    const waiting = await previewed(focal, filled(xliff, 'من الملف'));
    valueOf(await translateNeed(focal, given(id, { quote: 'مقطع' })));
    expect(failureOf(await confirmTranslations(focal, waiting))).toMatchObject({
      kind: 'conflict',
      why: 'preview',
    });
    expect((await previewed(focal, filled(xliff, 'من الملف'))).plan[0]).toMatchObject({
      outcome: 'wrong',
      faults: ['translatedMeanwhile'],
    });
    const now = (await exported(focal, [id])).replace(
      `<target>${arabic}</target>`,
      '<target>نص جديد</target>',
    );
    const textOnly = now.replace(/<unit id="quote.*?<\/unit>/, '');
    const { id: file, fingerprint } = await previewed(focal, textOnly);
    valueOf(await confirmTranslations(focal, { id: file, fingerprint }));
    const [translation] = await translationsOfNeed(focal, await viewed(focal, id));
    expect(translation).toMatchObject({ text: 'نص جديد', quote: 'مقطع', number: 2 });
  });

  it('of an earlier version of the original are stored as such', async () => {
    const { review, focal } = await panel();
    const { id } = await draft(focal, review);
    const xliff = filled(await exported(focal, [id]), 'قديم');
    const fields = { ...completeFields, text: 'Training of judges.' };
    valueOf(await editNeed(focal, { id, version: 1, fields }));
    const preview = await previewed(focal, xliff);
    expect(preview.plan[0]).toMatchObject({ outcome: 'new', isOutdated: true });
    valueOf(await confirmTranslations(focal, preview));
    expect(await read(focal, id)).toMatchObject([{ state: 'outdated', ofVersion: 1 }]);
  });

  it('with faults are refused need by need, and needs out of scope are as if they did not exist', async () => {
    const [own, other] = [await panel(), await panel()];
    const { id } = await draft(own.focal, own.review);
    const xliff = filled(await exported(own.focal, [id]), 'نص');
    const faultsOf = async (by: Actor, file: string) => (await planned(by, file)).plan[0]!.faults;
    const unknown = xliff.replace(id, '00000000-0000-4000-8000-000000000001');
    for (const [by, file] of [
      [other.focal, xliff],
      [own.focal, unknown],
      [own.focal, xliff.replace('text.1.', 'text.2.')],
    ] as const)
      expect(await faultsOf(by, file)).toEqual(['unknownNeed']);
    expect(await faultsOf(own.focal, xliff.replace('procurement', 'other'))).toEqual([
      'otherSource',
    ]);
    expect(await faultsOf(own.focal, xliff.replace('procurement', '\n procurement'))).toEqual([]);
    expect(
      await faultsOf(
        own.focal,
        xliff.replace(
          '<segment state="initial"><source>Training ',
          '<segment><source>Training </source></segment><segment><source>',
        ),
      ),
    ).toEqual(['partial']);
    const twice = xliff.replace(/(<unit .*<\/unit>)/, '$1$1');
    expect(await faultsOf(own.focal, twice)).toEqual(['repeated']);
    const wrong = await previewed(own.focal, twice);
    expect(failureOf(await confirmTranslations(own.focal, wrong))).toMatchObject({
      why: 'faults',
    });
    expect(await read(own.focal, id)).toEqual([]);
  });

  it('in a file that is something else are refused with what is wrong', async () => {
    const { review, focal } = await panel();
    const xliff = await exported(focal, [(await draft(focal, review)).id]);
    expect(await fileFault('')).toBe('emptyFile');
    expect(await fileFault('<html/>')).toBe('notXliff');
    expect(await fileFault(xliff.replace('version="2.0" src', 'version="1.2" src'))).toBe(
      'notXliff',
    );
    expect(await fileFault(xliff.replace('trgLang="ar"', 'trgLang="de"'))).toBe('xliffLanguages');
    expect(await fileFault(xliff.replace('id="text.', 'id="x.'))).toBe('xliffUnit');
    expect(await fileFault(xliff.replace(/<unit.*<\/unit>/s, ''))).toBe('xliffEmpty');
    expect(await fileFault(xliff.slice(0, -20))).toBe('fileBroken');
    const bomb = xliff.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>');
    expect(await fileFault(bomb)).toBe('fileDoctype');
    const file = { name: 'needs.xlf', content: Buffer.from(bomb) };
    expect(failureOf(await previewTranslations(focal, file))).toMatchObject({ kind: 'invalid' });
    expect(failureOf(await previewTranslations(await administrator(), file))).toEqual(forbidden);
  });
});

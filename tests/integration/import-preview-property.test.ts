import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { returnNeed } from '#lib/needs/entry/commands';
import { needsOfReview } from '#lib/needs/store/review-needs';
import type { Actor } from '#lib/base/actor';
import type { NeedContent } from '#lib/needs/model/schema';
import { campaign, counts, seed } from '#tests/support/run/campaign';
import { anyFiles, type AnyRow } from '#tests/support/imports/random-course';
import { confirming, courseOf, previewed } from '#tests/support/imports/previews';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { revision } from '#tests/support/databases/log-rows';
import { draft, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';
import { onOneEngine } from '#tests/support/run/engines';

beforeAll(() => freshRegister());

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const fileOf = (all: readonly AnyRow[], refs: Readonly<Record<string, string>>) =>
  [
    'ref,chapter,articles,category,subcategory,topics,types,tags,priority,text,language',
    ...all.map(({ about, nth, articles, category, text, language, priority }) =>
      [
        refs[about] ?? `${about}-${nth}`,
        'II',
        quoted(articles),
        category,
        '',
        '',
        '',
        priority,
        quoted(text),
        language,
      ].join(','),
    ),
    '',
  ].join('\n');

type Stored = ReadonlyMap<
  string,
  Readonly<{ version: number; status: string; content: NeedContent }>
>;
const stored = async (actor: Actor, review: { id: string }): Promise<Stored> =>
  new Map(
    (await needsOfReview(actor, review)).map(({ id, version, status, content }) => [
      id,
      { version, status, content },
    ]),
  );
const refsStored = async (review: { id: string }) =>
  new Map(
    (await rows('select id, source_ref from need where review_id = ?', [review.id])).map(
      ({ id, source_ref: ref }) => [String(ref), String(id)],
    ),
  );

describe.runIf(onOneEngine)('the preview of an import', () => {
  it(
    'equals what the import then does, whatever the file and the register',
    { timeout: campaign ? 3_600_000 : 600_000 },
    async () => {
      let [imported, refused] = [0, 0];
      await fc.assert(
        fc.asyncProperty(anyFiles, async (files) => {
          const { review, focal, first } = await panel();
          const own = await draft(focal, review);
          const back = await submitted(focal, review);
          valueOf(await returnNeed(first, { ...back, reason: 'Which one?' }));
          const waiting = await submitted(focal, review);
          const refs = {
            draft: own.id,
            returned: back.id,
            submitted: waiting.id,
            imported: 'imported',
          };
          for (const file of files) {
            const [before, at] = [await stored(focal, review), await revision()];
            const preview = await previewed(focal, review, fileOf(file, refs));
            const outcome = await confirming(focal, preview);
            const [after, found] = [await stored(focal, review), await refsStored(review)];
            const written = preview.plan.filter(
              (row) => row.outcome === 'new' || row.outcome === 'changed',
            );
            if (preview.counts.wrong > 0) {
              refused += 1;
              expect(outcome.ok).toBe(false);
              expect(after).toEqual(before);
              expect(await revision()).toBe(at);
              continue;
            }
            imported += 1;
            expect(valueOf(outcome)).toEqual(preview.counts);
            expect(await revision()).toBe(at + written.length + (written.length > 0 ? 1 : 0));
            expect(after.size).toBe(before.size + preview.counts.new);
            for (const { ref, outcome: said, need, content } of preview.plan) {
              const id = need?.id ?? found.get(`${review.stateCode}-2/${ref}`)!;
              const was = before.get(id);
              expect(after.get(id)).toEqual(
                said === 'same'
                  ? was
                  : { version: (was?.version ?? 0) + 1, status: was?.status ?? 'draft', content },
              );
            }
            const touched = new Set(
              preview.plan.map(
                ({ ref, need }) => need?.id ?? found.get(`${review.stateCode}-2/${ref}`),
              ),
            );
            for (const [id, was] of before)
              if (!touched.has(id)) expect(after.get(id)).toEqual(was);
            expect(
              courseOf(await previewed(focal, review, fileOf(file, refs))).every((row) =>
                row.endsWith(' same'),
              ),
            ).toBe(true);
          }
        }),
        { numRuns: counts(2, 50), seed },
      );
      expect(imported).toBeGreaterThan(refused / 10);
      expect(await contradictionsFound()).toEqual([]);
    },
  );
});

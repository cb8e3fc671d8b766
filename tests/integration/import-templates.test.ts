import { beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf } from '#lib/needs/model/schema';
import { needById } from '#lib/needs/store/queries';
import { needsTemplate } from '#lib/needs/imports/needs/template';
import { confirming, courseOf, previewed } from '#tests/support/imports/previews';
import { approved, completeFields, draft } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { manager } from '#tests/support/factories/people';
import { onOneEngine } from '#tests/support/run/engines';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { number } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

describe('the template', () => {
  const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
  const content = {
    tags: ['training'],
    topics: ['statistics', 'databases'],
    targetGroups: ['media', 'officials'],
    priority: '3',
    text: '=SUM(1)\n; @here',
    language: 'fr',
    quote: '-1',
  };

  it.runIf(onOneEngine)(
    'comes back unchanged as the same, from CSV in every language and from a workbook',
    async () => {
      const { review, focal, first } = await panel();
      await draft(focal, review, content);
      await draft(focal, review, {
        chapter: '',
        articles: ['general'],
        category: '',
        subcategory: '',
        types: [],
        text: '',
      });
      await draft(focal, review, {
        articles: ['6', '5'],
        category: 'other',
        subcategory: '',
        types: [],
        text: 'Пункт «а»\n第二',
        language: 'zh',
      });
      await approved(focal, first, review);
      for (const locale of languages) {
        for (const format of locale === 'ar' ? (['csv', 'xlsx'] as const) : (['csv'] as const)) {
          const { body } = valueOf(
            await needsTemplate(focal, { reviewId: review.id, locale, format }),
          );
          expect(courseOf(await previewed(focal, review, body)), `${locale} ${format}`).toEqual([
            '2 same',
            '3 same',
            '4 same',
            '5 same',
          ]);
        }
      }
    },
  );

  it('shows no spreadsheet a formula, and lists every value that is allowed', async () => {
    const { review, focal } = await panel();
    await draft(focal, review, content);
    const csv = Buffer.from(
      valueOf(await needsTemplate(focal, { reviewId: review.id, locale: 'en', format: 'csv' }))
        .body,
    ).toString();
    expect(csv).toContain(`"'=SUM(1)\n;' @here"`);
    const values = Buffer.from(
      valueOf(await needsTemplate(focal, { reviewId: review.id, locale: 'en', format: 'values' }))
        .body,
    ).toString();
    expect(values.match(/"(cb|ib|la|rd|pm|ic)-/g)?.length).toBe(
      await number('select count(*) from subcategory where to_seq is null'),
    );
    expect(
      await number(`select count(*) from event where kind = 'export' and actor_id = ?`, [
        focal.accountId,
      ]),
    ).toBe(2);
  });

  it('is refused to whoever may not import', async () => {
    const { review } = await panel();
    expect(
      failureOf(
        await needsTemplate(await manager(), { reviewId: review.id, locale: 'en', format: 'csv' }),
      ),
    ).toEqual({ kind: 'forbidden', why: 'role' });
  });

  it('carries a change back', async () => {
    const { review, focal } = await panel();
    const { id } = await draft(focal, review);
    const csv = Buffer.from(
      valueOf(await needsTemplate(focal, { reviewId: review.id, locale: 'ru', format: 'csv' }))
        .body,
    ).toString();
    valueOf(
      await confirming(
        focal,
        await previewed(
          focal,
          review,
          csv
            .replace('Training of procurement officers.', 'Обучение.')
            .replace('"English"', '"русский"')
            .replace('"английский"', '"русский"'),
        ),
      ),
    );
    expect(fieldsOf((await needById(focal, id))!)).toEqual({
      ...completeFields,
      text: 'Обучение.',
      language: 'ru',
    });
  });
});

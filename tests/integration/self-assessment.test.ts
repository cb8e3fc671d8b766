import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillAssessment } from '#lib/needs/imports/assessment/fill-form';
import { assessmentPage, enterAssessment } from '#lib/needs/entry/self-assessment';
import { parseAssessmentRows, type AssessmentRow } from '#lib/needs/model/self-assessment-rows';
import { editNeed, submitNeed } from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { fieldsOf } from '#lib/needs/model/schema';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { verbsOf } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { rows } from '#tests/support/databases/sql';
import { workbookOf } from '#tests/support/files/workbooks';

beforeAll(() => freshRegister());

const answer = (article: number, other: Partial<AssessmentRow> = {}): AssessmentRow => ({
  key: String(article),
  article,
  needed: true,
  category: 'policymaking',
  description: 'A policy.',
  provided: '',
  ...other,
});
const empty = (article: number) =>
  answer(article, { needed: false, category: '', description: '' });
const stored = (review: { id: string }) =>
  rows(
    'select status, origin, chapter, category, text, language from need where review_id = ? order by text',
    [review.id],
  );

describe('the answers of the self-assessment checklist', () => {
  it('become drafts, which say what is being provided already, in their own language', async () => {
    const { review, focal } = await panel();
    const given = {
      reviewId: review.id,
      batch: randomUUID(),
      language: 'fr',
      rows: [
        answer(5, { description: 'Former les agents.', provided: 'le PNUD' }),
        empty(6),
        answer(53, { category: '' }),
      ],
    };
    expect(valueOf(await enterAssessment(focal, given))).toEqual({ drafts: 2 });
    expect(await stored(review)).toEqual([
      {
        status: 'draft',
        origin: 'self-assessment',
        chapter: 'V',
        category: null,
        text: 'A policy.',
        language: 'fr',
      },
      {
        status: 'draft',
        origin: 'self-assessment',
        chapter: 'II',
        category: 'policymaking',
        text: 'Former les agents.\n\nAssistance déjà fournie par : le PNUD',
        language: 'fr',
      },
    ]);
    expect(await contradictionsFound()).toEqual([]);
  });

  it('are taken over once where the form is sent twice', async () => {
    const { review, focal } = await panel();
    const given = { reviewId: review.id, batch: randomUUID(), language: 'en', rows: [answer(5)] };
    for (const _ of ['once', 'and again']) valueOf(await enterAssessment(focal, given));
    expect(await stored(review)).toHaveLength(1);
    valueOf(await enterAssessment(focal, { ...given, batch: randomUUID() }));
    expect(await stored(review)).toHaveLength(2);
  });

  it('wait for the focal point, who confirms each by the ordinary form', async () => {
    const { review, focal } = await panel();
    valueOf(
      await enterAssessment(focal, {
        reviewId: review.id,
        batch: randomUUID(),
        language: 'en',
        rows: [answer(5)],
      }),
    );
    const { id, version } = valueOf(await assessmentPage(focal, review.id)).taken[0]!;
    expect(failureOf(await submitNeed(focal, { id, version }))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'subcategory', message: 'chooseSubcategory' }],
    });
    valueOf(
      await editNeed(focal, {
        id,
        version,
        fields: { ...fieldsOf((await needById(focal, id))!), subcategory: 'pm-development' },
      }),
    );
    valueOf(await submitNeed(focal, { id, version: 2 }));
    expect(await verbsOf('need', id)).toEqual(['enter', 'edit', 'submit']);
    expect(valueOf(await assessmentPage(focal, review.id)).taken).toEqual([]);
  });

  it('are refused at their article and field, and nothing of them is stored', async () => {
    const { review, focal } = await panel();
    const faulty = [
      answer(5, { description: ' ' }),
      answer(6, { needed: false }),
      answer(7, { category: 'weather' }),
      answer(15),
      answer(8),
    ];
    expect(
      failureOf(
        await enterAssessment(focal, {
          reviewId: review.id,
          batch: '',
          language: 'xx',
          rows: faulty,
        }),
      ),
    ).toEqual({
      kind: 'invalid',
      errors: [
        { field: '5.description', message: 'describeNeed' },
        { field: '6.needed', message: 'tickOrEmpty' },
        { field: '7.category', message: 'unknownCategory' },
        { field: '15.needed', message: 'unknownArticle' },
        { field: 'language', message: 'chooseLanguage' },
      ],
    });
    expect(
      failureOf(
        await enterAssessment(focal, {
          reviewId: review.id,
          batch: '',
          language: 'en',
          rows: [empty(5)],
        }),
      ),
    ).toEqual({ kind: 'invalid', errors: [{ field: '5.needed', message: 'nothingNeeded' }] });
    expect(
      failureOf(
        await enterAssessment(focal, {
          reviewId: review.id,
          batch: '',
          language: 'en',
          rows: [answer(5, { description: 'half \ud800' })],
        }),
      ),
    ).toEqual({ kind: 'invalid', errors: [{ field: '5.description', message: 'unreadable' }] });
    expect(await stored(review)).toEqual([]);
  });

  it('are taken over by whoever may enter needs into the review', async () => {
    const { review, first } = await panel();
    const given = { reviewId: review.id, batch: randomUUID(), language: 'en', rows: [answer(5)] };
    expect((await enterAssessment(first, given)).ok).toBe(true);
    for (const staff of [await administrator(), await manager()])
      expect(failureOf(await enterAssessment(staff, given))).toEqual({
        kind: 'forbidden',
        why: 'role',
      });
    expect(failureOf(await enterAssessment(await focalPoint(await mintedReview()), given))).toEqual(
      {
        kind: 'not-found',
      },
    );
  });
});

describe('a file of such answers', () => {
  const table = [
    ['Статья', 'Категория', 'Описание', 'Уже оказывается'],
    ['Статья 5', 'Разработка политики', 'Стратегия', 'ПРООН'],
    ['6', '', 'Обучение', ''],
    ['5', '', 'Опрос', ''],
  ];
  const filled = [
    {
      key: '5',
      article: 5,
      needed: true,
      category: 'policymaking',
      description: 'Стратегия',
      provided: 'ПРООН',
    },
    { key: '6', article: 6, needed: true, category: '', description: 'Обучение', provided: '' },
    { key: '5.2', article: 5, needed: true, category: '', description: 'Опрос', provided: '' },
  ];

  it('fills the form, in any language, as CSV or a workbook, and stores nothing', async () => {
    const { review, focal } = await panel();
    for (const content of [
      Buffer.from(table.map((cells) => cells.join(';')).join('\r\n')),
      await workbookOf(table),
    ]) {
      expect(
        parseAssessmentRows(
          valueOf(await fillAssessment(focal, { reviewId: review.id, language: 'ru', content })),
        ),
      ).toEqual(filled);
    }
    expect(await stored(review)).toEqual([]);
  });

  it('is refused with each fault at its row and column', async () => {
    const { review, focal } = await panel();
    const refused = async (content: string) => {
      const failure = failureOf(
        await fillAssessment(focal, {
          reviewId: review.id,
          language: 'en',
          content: Buffer.from(content),
        }),
      );
      return failure.kind === 'invalid'
        ? failure.errors.map(({ field, message, values }) => [
            field,
            values?.line,
            values?.column,
            message,
          ])
        : failure;
    };
    expect(await refused('article,category,description\n5,Weather,A\n99,,B\n6,,\n')).toEqual([
      ['file', 2, 'category', 'unknownCategory'],
      ['file', 3, 'article', 'unknownArticle'],
      ['file', 4, 'description', 'describeNeed'],
    ]);
    expect(await refused('article,weather\n5,x\n')).toEqual([
      ['file', 1, 'description', 'missingColumn'],
      ['file', 1, 'weather', 'unknownColumn'],
    ]);
    expect(await refused('a,b\n')).toEqual([['file', 1, undefined, 'noKnownColumn']]);
  });
});

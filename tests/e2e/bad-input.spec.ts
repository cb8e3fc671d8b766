import { translator } from '#lib/text/i18n';
import { besideField, expectAnswer, inHtml } from '#tests/support/pages/answers';
import { expect, test } from '#tests/support/pages/fixture';
import {
  encoded,
  hidden,
  needFields,
  sender,
  type Sender,
} from '#tests/support/pages/raw-requests';
import { rowsStored } from '#tests/support/pages/stored-rows';
import type { RunningServer } from '#tests/support/servers/server';

const t = translator('en');
test.describe('what the form of a need is sent', () => {
  let server: RunningServer;
  let focal: Sender;
  let review: string;
  test.beforeAll(async ({ shared }) => {
    server = shared;
    focal = await sender(server.url, 'focal.afr-18@demo.example');
    review = hidden((await focal.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text, 'review');
  });

  const enter = (other: Parameters<typeof needFields>[1]) =>
    focal.post(
      '/en/needs/enter',
      encoded([['review', review], ...needFields('Typed and not lost.', other), ['then', 'check']]),
    );

  const refusedFields = [
    [
      'an article that the Convention has not',
      { articles: ['99'] },
      'articles',
      t('errors.unknownArticle'),
    ],
    [
      'an article of a chapter that is not reviewed',
      { articles: ['3'] },
      'articles',
      t('errors.unknownArticle'),
    ],
    [
      'an article that is no number',
      { articles: ['7; drop table need'] },
      'articles',
      t('errors.unknownArticle'),
    ],
    ['a chapter that does not exist', { chapter: 'IX' }, 'chapter', t('errors.unknownChapter')],
    [
      'a category that does not exist',
      { category: 'money' },
      'category',
      t('errors.unknownCategory'),
    ],
    [
      'a subcategory that does not exist',
      { subcategory: 'cb-nothing' },
      'subcategory',
      t('errors.unknownSubcategory'),
    ],
    ['a topic that does not exist', { topics: ['nothing'] }, 'topics', t('errors.unknownTopic')],
    [
      'a language that is not one of the six',
      { language: 'tlh' },
      'language',
      t('errors.unknownLanguage'),
    ],
    ['a priority that is no number', { priority: '-1' }, 'priority', t('errors.priorityNumber')],
    ['a text of 30,000 characters', { text: 'a'.repeat(30_000) }, 'text', t('errors.tooLong')],
  ] as const;
  for (const [what, other, field, message] of refusedFields) {
    test(`${what} is refused beside its field, and the rest of what was typed still stands`, async () => {
      const before = rowsStored(server.databaseUrl);
      expectAnswer(await enter(other), 422, [
        t('problem.title'),
        ...besideField(field, message),
        'text' in other ? inHtml(other.text).slice(0, 20_000) : 'Typed and not lost.',
      ]);
      expect(rowsStored(server.databaseUrl)).toEqual(before);
    });
  }

  const keptAsDraft = [
    [
      'an article of another chapter',
      { articles: ['7', '51'] },
      'articles',
      t('errors.articleOfOtherChapter'),
    ],
    [
      'a chapter of the other review cycle',
      { chapter: 'III', articles: ['15'] },
      'chapter',
      t('errors.chapterOfOtherCycle'),
    ],
    [
      'articles and the chapter as a whole at once',
      { articles: ['7', 'general'] },
      'articles',
      t('errors.articlesOrChapter'),
    ],
    [
      'a subcategory of another category',
      { subcategory: 'la-drafting' },
      'subcategory',
      t('errors.subcategoryOfOtherCategory'),
    ],
    [
      'a text of 2,001 characters',
      { text: 'a'.repeat(2001) },
      'text',
      t('errors.textTooLong', { max: 2000 }),
    ],
    ['no text', { text: '' }, 'text', t('errors.enterText')],
    [
      'nothing at all',
      { chapter: '', articles: [], category: '', subcategory: '', text: '', language: '' },
      'chapter',
      t('errors.chooseChapter'),
    ],
  ] as const;
  for (const [what, other, field, message] of keptAsDraft) {
    test(`a need with ${what} is kept as a draft, which shows what is wrong and cannot be submitted`, async () => {
      const before = rowsStored(server.databaseUrl);
      const { status, location } = await enter(other);
      expect(status).toBe(303);
      const id = /\/needs\/([0-9a-f-]{36})\/check$/.exec(location)?.[1];
      expect((await focal.get(location)).location).toBe(`/en/needs/${id}/change?check=1`);
      expectAnswer(await focal.get(`/en/needs/${id}/change?check=1`), 200, [
        t('problem.title'),
        ...besideField(field, message),
      ]);
      expectAnswer(await focal.post(`/en/needs/${id}/submit`, 'version=1'), 422, [inHtml(message)]);
      expect(rowsStored(server.databaseUrl)).toMatchObject({
        need: before.need + 1,
        need_version: before.need_version + 1,
        change: before.change + 1,
      });
    });
  }
});

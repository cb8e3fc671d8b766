import { translator } from '#lib/text/i18n';
import { besideField, expectAnswer } from '#tests/support/pages/answers';
import { expect, test } from '#tests/support/pages/fixture';
import {
  encoded,
  enterDraft,
  hidden,
  needFields,
  sender,
  type Sender,
} from '#tests/support/pages/raw-requests';
import { rowsStored } from '#tests/support/pages/stored-rows';
import type { RunningServer } from '#tests/support/servers/server';

const t = translator('en');

test.describe('what is not one’s own to do', () => {
  let server: RunningServer;
  let focal: Sender;
  let administrator: Sender;
  let review: string;
  let need: string;
  let theirReview: string;
  test.beforeAll(async ({ shared }) => {
    server = shared;
    focal = await sender(server.url, 'focal.afr-18@demo.example');
    administrator = await sender(server.url, 'administrator@demo.example');
    review = hidden((await focal.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text, 'review');
    need = await enterDraft(focal, needFields('A draft that nothing may change.'));
    theirReview = hidden(
      (
        await (
          await sender(server.url, 'focal.apg-01@demo.example')
        ).get(`/en/needs/new?id=${crypto.randomUUID()}`)
      ).text,
      'review',
    );
  });

  /** Nothing was stored by what was sent meanwhile. */
  async function storingNothing(send: () => Promise<void>) {
    const before = rowsStored(server.databaseUrl);
    await send();
    expect(rowsStored(server.databaseUrl)).toEqual(before);
  }
  const enter = (into: string) =>
    focal.post(
      '/en/needs/enter',
      encoded([['review', into], ...needFields('Never stored.'), ['then', 'draft']]),
    );

  test('somebody else’s review is answered like one that does not exist', () =>
    storingNothing(async () => {
      expect((await enter(theirReview)).status).toBe(404);
      expect((await enter(crypto.randomUUID())).status).toBe(404);
      expectAnswer(await enter('not an id'), 422, [t('errors.chooseReview')]);
      const other = await sender(server.url, 'focal.apg-01@demo.example');
      expectAnswer(await other.get(`/en/needs/${need}`), 404, [t('pages.notFoundTitle')]);
      expectAnswer(
        await other.post(
          `/en/needs/${need}/edit`,
          encoded([['version', '1'], ...needFields('Not mine.')]),
        ),
        404,
        [t('pages.notFoundTitle')],
      );
      expectAnswer(await other.post(`/en/needs/${need}/submit`, 'version=1'), 404, [
        t('pages.notFoundTitle'),
      ]);
    }));

  test('a version that is missing, no number or not the present one is a conflict that keeps what was typed', () =>
    storingNothing(async () => {
      for (const version of [
        [],
        [['version', 'latest']],
        [['version', '-1']],
        [['version', '1e3']],
        [['version', '7']],
      ] as const) {
        const answer = await focal.post(
          `/en/needs/${need}/edit`,
          encoded([...version, ...needFields('Typed and not lost.')]),
        );
        expectAnswer(answer, 409, [t('conflict.title'), 'Typed and not lost.']);
        expectAnswer(await focal.post(`/en/needs/${need}/submit`, encoded([...version])), 409, [
          t('conflict.title'),
        ]);
      }
    }));

  test('a role that does not do such a thing is told so', () =>
    storingNothing(async () => {
      const manager = await sender(server.url, 'manager@demo.example');
      expectAnswer(
        await administrator.post(
          `/en/needs/${need}/edit`,
          encoded([['version', '1'], ...needFields('Not mine.')]),
        ),
        403,
        [t('refused.role')],
      );
      expectAnswer(await focal.post(`/en/needs/${need}/approve`, 'version=1'), 403, [
        t('refused.role'),
      ]);
      for (const person of [focal, manager]) {
        expect((await person.post('/en/reviews/create', 'state=KEN&cycle=2')).status).toBe(403);
        expect(
          (
            await person.post(
              '/en/accounts/invite',
              'role=administrator&name=N&email=n%40example.org',
            )
          ).status,
        ).toBe(403);
        expectAnswer(await person.get('/en/accounts'), 403, [t('pages.forbiddenTitle')]);
      }
      expectAnswer(
        await (await sender(server.url)).post('/en/reviews/create', 'state=KEN&cycle=2'),
        401,
        [t('signIn.title')],
      );
    }));

  test('a State, cycle, date or role that does not exist is refused beside its field', () =>
    storingNothing(async () => {
      const cases = [
        ['/en/reviews/create', 'state=XXX&cycle=2', 'state', t('errors.unknownState')],
        ['/en/reviews/create', 'state=&cycle=2', 'state', t('errors.chooseState')],
        ['/en/reviews/create', 'state=KEN&cycle=3', 'cycle', t('errors.chooseCycle')],
        ['/en/reviews/create', 'state=AFR-18&cycle=2', 'state', t('errors.reviewExists')],
        [
          `/en/reviews/${review}/set-completion`,
          'version=1&completedOn=2023-02-30&symbol=',
          'completedOn',
          t('errors.noSuchDate'),
        ],
        [
          '/en/accounts/invite',
          'role=king&name=N&email=n%40example.org',
          'role',
          t('errors.chooseRole'),
        ],
        [
          '/en/accounts/invite',
          'role=manager&name=N&email=nobody',
          'email',
          t('errors.emailFormat'),
        ],
      ] as const;
      for (const [path, body, field, message] of cases)
        expectAnswer(await administrator.post(path, body), 422, besideField(field, message));
      expectAnswer(await focal.get(`/en/reviews/${theirReview}`), 404, [t('pages.notFoundTitle')]);
    }));
});

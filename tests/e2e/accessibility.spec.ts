import { translator } from '#lib/i18n';
import { linkShown } from '#tests/support/pages-accounts';
import { accessibilityFaults, forcedColorFaults } from '#tests/support/pages-accessible';
import { expect, test, type Page } from '#tests/support/pages-fixture';
import { needForm } from '#tests/support/pages-need-form';
import { needPage } from '#tests/support/pages-need';
import { encoded, enterDraft, needFields, sender, submitDraft } from '#tests/support/pages-raw';
import { reviewPage } from '#tests/support/pages-review';
import { fillSignIn, signedIn } from '#tests/support/pages-sign-in';
import { startServer, type RunningServer } from '#tests/support/server';

const emails = { focal: 'focal.afr-18@demo.example', reviewer: 'reviewer.1@demo.example', manager: 'manager@demo.example', administrator: 'administrator@demo.example' } as const;

// Traces would keep every step of axe.
test.use({ trace: 'off' });

test.describe('every page is accessible', () => {
  let server: RunningServer;
  let needs: Readonly<Record<'draft' | 'unfinished' | 'submitted' | 'returned' | 'recoded' | 'withdrawn' | 'approved' | 'own' | 'stale', string>>;
  let review: string;
  let invitation: string;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    const [focal, reviewer, administrator] = await Promise.all([emails.focal, emails.reviewer, emails.administrator].map((email) => sender(server.url, email))) as [Sender, Sender, Sender];
    const first = async (person: Sender, path: string) => /\/needs\/([0-9a-f-]{36})/.exec((await person.get(path)).text)?.[1] ?? '';
    const byStatus = (status: string) => first(focal, `/en/needs?status=${status}`);
    needs = {
      draft: await byStatus('draft'), returned: await byStatus('returned'), recoded: await byStatus('recoded'), withdrawn: await byStatus('withdrawn'),
      approved: await first(focal, '/en/needs?show=all'), own: await first(reviewer, '/en/needs'),
      submitted: await enterDraft(focal, needFields('A submitted need.', { quote: 'Its passage.', paragraph: '4', priority: '1' })),
      unfinished: await enterDraft(focal, [['chapter', 'II'], ['types', 'staff-training']]), stale: await enterDraft(focal, needFields('As it was.')),
    };
    await submitDraft(focal, needs.submitted);
    review = /\/reviews\/([0-9a-f-]{36})">AFR-18</.exec((await administrator.get('/en/reviews')).text)?.[1] ?? '';
    const invited = await administrator.post('/en/accounts/invite', encoded([['review', review], ['role', 'reviewer'], ['name', 'A Guest'], ['email', 'guest@example.org']]));
    invitation = /accounts\/invitations\/([\w-]+)/.exec(invited.text)?.[1] ?? '';
  });
  test.afterAll(() => server?.stop());
  type Sender = Awaited<ReturnType<typeof sender>>;

  for (const locale of ['en', 'ar'] as const) {
    const t = translator(locale);
    const at = (path: string) => `${server.url}/${locale}${path}`;
    async function faultsOfAll(page: Page, paths: readonly string[], check = accessibilityFaults) {
      const faults: string[] = [];
      for (const path of paths) {
        const answer = await page.goto(at(path));
        expect(answer?.status(), path).toBeLessThan(500);
        expect(new URL(page.url()).pathname, path).toBe(`/${locale}${path.split(/[?#]/, 1)[0]}`);
        faults.push(...await check(page, path));
      }
      return faults;
    }

    test(`to a reader without an account, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      const summaries = ['/summaries', '/summaries/regions/AFR', '/summaries?cutoff=2023-02-30&chapter=IX', '/summaries?chapter=V&cutoff=2016-01-01'];
      const faults = await faultsOfAll(page, ['', '/accounts/sign-in', '/needs', `/needs/${needs.approved}`, '/no/such/page', `/accounts/invitations/${invitation}`, '/accounts/invitations/none', ...summaries]);
      faults.push(...await faultsOfAll(page, summaries, forcedColorFaults));
      await page.goto(at('/accounts/sign-in'));
      await fillSignIn(page, locale, { email: 'nobody', password: '' });
      expect([...faults, ...await accessibilityFaults(page, 'sign-in with an error')]).toEqual([]);
    });

    test(`to a focal point, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      await signedIn(page, server.url, { email: emails.focal });
      const each = ['draft', 'submitted', 'returned', 'recoded', 'withdrawn'] as const;
      expect(await faultsOfAll(page, [
        '', '/needs', '/needs?status=approved', ...each.map((status) => `/needs/${needs[status]}`), `/needs/${needs.draft}/check`, `/needs/${needs.returned}/change`,
        '/needs/new', `/needs/${needs.unfinished}/change?check=1`, '/reviews', `/reviews/${review}`, '/accounts/me', '/accounts',
      ])).toEqual([]);
    });

    test(`to a focal point whose work was changed meanwhile, or whose session has ended, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      const form = needForm(page, locale);
      await signedIn(page, server.url, { email: emails.focal });
      await page.goto(at(`/needs/${needs.stale}/change`));
      const version = await page.locator('input[name=version]').inputValue();
      await (await sender(server.url, emails.focal)).post(`/en/needs/${needs.stale}/edit`, encoded([['version', version], ...needFields('As it is now.')]));
      await form.fill({ text: 'As it was typed here.', articles: [9] });
      await form.saveDraft();
      await expect(page.getByRole('table', { name: t('conflict.compare') })).toBeVisible();
      const faults = await accessibilityFaults(page, 'conflict');
      await page.context().clearCookies();
      await form.saveDraft();
      await expect(page.getByText(t('signIn.again'), { exact: true })).toBeVisible();
      faults.push(...await accessibilityFaults(page, 'sign-in after the session has ended'));
      await fillSignIn(page, locale, { email: emails.focal });
      await expect(form.text).toHaveValue('As it was typed here.');
      expect([...faults, ...await accessibilityFaults(page, 'what was typed, after signing in again')]).toEqual([]);
    });

    test(`to a reviewer, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      await signedIn(page, server.url, { email: emails.reviewer });
      const each = ['submitted', 'recoded', 'own', 'approved'] as const;
      const faults = await faultsOfAll(page, ['', '/needs', ...each.map((status) => `/needs/${needs[status]}`), `/needs/${needs.submitted}/recoding`, '/needs/new', '/reviews']);
      await page.goto(at(`/needs/${needs.submitted}`));
      await needPage(page, locale).giveReason('return', '');
      await expect(needPage(page, locale).reason('return')).toHaveAccessibleDescription(new RegExp(t('errors.enterReason')));
      expect([...faults, ...await accessibilityFaults(page, 'a return without its reason')]).toEqual([]);
    });

    test(`to the secretariat, in ${locale}`, async ({ visit }) => {
      const page = await visit();
      await signedIn(page, server.url, { email: emails.manager });
      const faults = await faultsOfAll(page, ['', '/reviews', `/reviews/${review}`]);
      await signedIn(page, server.url, { email: emails.administrator });
      faults.push(...await faultsOfAll(page, ['', '/reviews', '/reviews/new', `/reviews/${review}`, `/needs/${needs.submitted}`, '/accounts']));
      await page.getByRole('button', { name: t('accounts.resetFor', { name: 'A Guest' }), exact: true }).click();
      await linkShown(page, locale, 'A Guest');
      faults.push(...await accessibilityFaults(page, 'the link of an invitation'));
      await page.goto(at(`/reviews/${review}`));
      await reviewPage(page, locale).setCompletion('2023-02-30');
      await expect(reviewPage(page, locale).completedOn).toHaveAccessibleDescription(new RegExp(t('errors.noSuchDate')));
      expect([...faults, ...await accessibilityFaults(page, 'a review with a date that is not')]).toEqual([]);
    });
  }
});

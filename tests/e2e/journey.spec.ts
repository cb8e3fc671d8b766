import type { Engine } from '#db/engine';
import { translator } from '#lib/text/i18n';
import { expect, test } from '#tests/support/pages/fixture';
import { expectPage } from '#tests/support/pages/frame';
import { needForm } from '#tests/support/pages/need-form';
import { needPage } from '#tests/support/pages/need';
import { signIn, signedIn } from '#tests/support/pages/sign-in';
import {
  arabic,
  english,
  plainArabic,
  plainChinese,
  plainEnglish,
  saidOf,
  walked,
  type Way,
} from '#tests/support/pages/browsing';
import { campaign } from '#tests/support/run/campaign';
import { expectConsistent } from '#tests/support/pages/summary';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const journeys: Readonly<Record<Engine, readonly Way[]>> = {
  sqlite: walked([plainArabic], english, arabic, plainEnglish, plainChinese),
  postgresql: [english],
};
const focalPoint = { email: 'focal.afr-18@demo.example' };
const reviewer = { email: 'reviewer.1@demo.example' };

for (const engine of ['sqlite', 'postgresql'] as const) {
  test.describe(`on ${engine}`, () => {
    let server: RunningServer;
    // The server itself makes the tables here and loads the demonstration. What other tests copy
    // was loaded by the same code, on each engine: in the gate that does for PostgreSQL.
    test.beforeAll(async () => {
      const empty = campaign || engine === 'sqlite';
      server = await startServer({ engine, demonstration: true, empty });
    });
    test.afterAll(() => server?.stop());

    for (const way of journeys[engine]) {
      const { locale, javaScriptEnabled } = way;
      const how = saidOf(way);
      const t = translator(locale);
      const place = { locale };

      test(`a need is entered, returned, corrected, approved and counted, ${how}`, async ({
        visit,
      }) => {
        const at = (path: string) => `${server.url}/${locale}/${path}`;
        const [focal, one, manager] = [
          await visit({ javaScriptEnabled }),
          await visit({ javaScriptEnabled }),
          await visit({ javaScriptEnabled }),
        ];
        const [form, own, reviewed] = [
          needForm(focal, locale),
          needPage(focal, locale),
          needPage(one, locale),
        ];
        const text = `Training of case officers, ${how}, on ${engine}.`;

        await test.step('the focal point sees the needs of their own State alone', async () => {
          await signedIn(manager, server.url, { email: 'focal.apg-01@demo.example' });
          await manager.goto(at('needs?status=submitted'));
          const theirs = await manager
            .getByRole('rowheader')
            .getByRole('link')
            .first()
            .getAttribute('href');
          await manager.context().clearCookies();

          await signIn(focal, server.url, locale, focalPoint);
          await expectPage(focal, place, t('home.welcome', { name: 'Focal point of AFR-18' }));
          await focal
            .getByRole('navigation', { name: t('site.navigation') })
            .getByRole('link', { name: t('nav.needs'), exact: true })
            .click();
          await expectPage(focal, place, t('needs.title'));
          await expect(
            focal.getByRole('cell', { name: 'AFR-18', exact: true }).first(),
          ).toBeVisible();
          await expect(focal.getByRole('main')).not.toContainText('APG-01');
          expect((await focal.goto(`${server.url}${theirs}`))?.status()).toBe(404);
          await expectPage(focal, place, t('pages.notFoundTitle'));
        });

        await test.step('they enter a need under two articles, check it and submit it', async () => {
          await focal.goto(at('needs'));
          await focal.getByRole('link', { name: t('reviews.enter'), exact: true }).click();
          await expectPage(focal, place, t('form.enterTitle'));
          await form.fill({
            articles: [7, 8],
            category: 'capacity-building',
            topic: true,
            text,
            language: locale,
            quote: 'Articles 7 and 8: training.',
            paragraph: '44',
            priority: '2',
          });
          await form.check();
          await expectPage(focal, place, t('check.title'));
          await expect(
            focal.getByRole('definition').getByText(text, { exact: true }),
          ).toHaveAttribute('lang', locale);
          await focal.getByRole('button', { name: t('check.submit'), exact: true }).click();
          await own.expectDone('submit', 'submitted');
          expect(await own.reference()).toMatch(/^AFR-18-2-\d{3}$/);
          await expectPage(focal, place, t('need.title', { reference: await own.reference() }));
        });
        const [reference, address] = [await own.reference(), own.id()];

        await test.step('a reviewer finds it in the queue and returns it with a reason', async () => {
          await signIn(one, server.url, locale, reviewer);
          await one
            .getByRole('navigation', { name: t('site.navigation') })
            .getByRole('link', { name: t('nav.queue'), exact: true })
            .click();
          await expectPage(one, place, t('needs.queueTitle'));
          await one.getByRole('link', { name: reference, exact: true }).click();
          await expectPage(one, place, t('need.title', { reference }));
          await expect(one.getByText(text, { exact: true })).toBeVisible();
          await reviewed.giveReason('return', `Please say how many officers (${how}).`);
          await reviewed.expectDone('return', 'returned');
        });

        await test.step('the focal point reads the reason, corrects the need and submits it again', async () => {
          await focal.goto(at('needs?status=returned'));
          await focal.getByRole('link', { name: reference, exact: true }).click();
          await expect(focal.getByRole('status').filter({ hasText: 'Reviewer 1' })).toContainText(
            `Please say how many officers (${how}).`,
          );
          await own.correct();
          await expectPage(focal, place, t('form.editTitle'));
          await expect(focal.getByRole('status').filter({ hasText: 'Reviewer 1' })).toContainText(
            'how many officers',
          );
          await expect(form.text).toHaveValue(text);
          await expect(form.article(8)).toBeChecked();
          await form.fill({ text: `${text} Forty officers.` });
          await form.check();
          await focal.getByRole('button', { name: t('check.submit'), exact: true }).click();
          await own.expectDone('submit', 'submitted');
          expect(await own.reference()).toBe(reference);
        });

        const before = await test.step('the manager reads the summaries', async () => {
          await signIn(manager, server.url, locale, { email: 'manager@demo.example' });
          await manager.goto(at('summaries'));
          await expectPage(manager, place, t('summaries.title', { chapter: 'II' }));
          return expectConsistent(manager);
        });

        await focal.goto(at('needs?status=approved'));
        const isFirst = await focal.getByText(t('needs.empty'), { exact: true }).isVisible();

        await test.step('the reviewer approves it, and the summaries have one need more', async () => {
          await one.goto(at(`needs/${address}`));
          await expect(one.getByText(`${text} Forty officers.`, { exact: true })).toBeVisible();
          await reviewed.approve();
          await reviewed.expectDone('approve', 'approved');
          await manager.reload();
          const { summaries, states, needs } = before;
          expect(await expectConsistent(manager)).toEqual({
            summaries,
            states: states + (isFirst ? 1 : 0),
            needs: needs + 1,
          });
        });
      });
    }
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#tests/support/pages/fixture';
import { emails, needsOfEachStatus } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';

/**
 * The pictures of README.md. Every run takes them; `PICTURES=docs/pictures` puts them where the
 * README shows them.
 */
const folder = process.env.PICTURES ?? 'test-results/pictures';
const size = { width: 1200, height: 800 };

test('the pictures of the README can be taken', async ({ visit, shared }) => {
  const page = await visit({ viewport: size });
  await page.goto(`${shared.url}/en/summaries`);
  await page.screenshot({ path: join(folder, 'overview.png') });

  const { draft } = await needsOfEachStatus(shared.url);
  await signedIn(page, shared.url, { email: emails.focal });
  await page.goto(`${shared.url}/en/needs/${draft}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.screenshot({ path: join(folder, 'need.png') });

  for (const picture of ['overview.png', 'need.png']) {
    expect(existsSync(join('docs/pictures', picture)), `docs/pictures/${picture}`).toBe(true);
  }
});

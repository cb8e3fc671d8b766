import type { Locator, Page } from '@playwright/test';

/** Takes both presses of what is confirmed, of the name that both have. */
export async function confirmed(page: Page, scope: Page | Locator, name: string) {
  const summaries = scope.locator('details.confirm > summary');
  const named = summaries
    .filter({ hasText: name })
    .or(scope.locator(`details.confirm > summary[aria-label=${JSON.stringify(name)}]`));
  await named.first().click();
  await page.locator('details.confirm[open] button').first().click();
}

/** Takes the first press of everything that is confirmed: unfolds what will happen. */
export async function unfold(scope: Page | Locator) {
  const folded = scope.locator('details.confirm:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

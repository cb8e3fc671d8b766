import type { Locator, Page } from '@playwright/test';

/** Takes the first press of everything that is confirmed: unfolds what will happen. */
export async function unfold(scope: Page | Locator) {
  const folded = scope.locator('details.confirm:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

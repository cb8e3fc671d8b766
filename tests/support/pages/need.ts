import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import type { Status } from '#lib/needs/model/vocabulary';

type Done = 'submit' | 'return' | 'recode' | 'approve' | 'reopen' | 'withdraw';

/** The page of one need: where it stands, what was done to it, and what this person may do. */
export function needPage(page: Page, locale: Locale) {
  const t = translator(locale);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const reasons = {
    return: {
      opener: t('need.return'),
      field: t('need.returnReason'),
      button: t('need.returnButton'),
    },
    withdraw: {
      opener: t('need.withdraw'),
      field: t('need.withdrawReason'),
      button: t('need.withdrawButton'),
    },
    reopen: {
      opener: t('need.reopen'),
      field: t('need.reopenReason'),
      button: t('need.reopenButton'),
    },
  } as const;
  return {
    approveButton: button(t('need.approve')),
    /** The paragraph under the heading, which names status, State and cycle. */
    standing: page.locator('h1 + p'),
    reason: (verb: keyof typeof reasons) =>
      page.getByRole('textbox', { name: reasons[verb].field, exact: true }),
    openReason: (verb: keyof typeof reasons) =>
      page.getByText(reasons[verb].opener, { exact: true }).click(),
    sendReason: (verb: keyof typeof reasons) => button(reasons[verb].button).click(),
    approve: () => button(t('need.approve')).click(),
    correct: () => page.getByRole('link', { name: t('need.correct'), exact: true }).click(),
    giveReason: async (verb: keyof typeof reasons, reason: string) => {
      await page.getByText(reasons[verb].opener, { exact: true }).click();
      await page.getByRole('textbox', { name: reasons[verb].field, exact: true }).fill(reason);
      await button(reasons[verb].button).click();
    },
    expectDone: async (done: Done, status: Status) => {
      await expect(
        page.getByRole('status').filter({ hasText: t(`need.done.${done}`) }),
      ).toBeVisible();
      await expect(page.locator('h1 + p')).toContainText(t(`statuses.${status}`));
    },
    /** `AFR-18-2-014`, as the heading says it. */
    reference: async () =>
      /[A-Z]{3}(-\d\d)?-[12]-\d{3}/.exec(
        await page.getByRole('heading', { level: 1 }).innerText(),
      )?.[0] ?? '',
    id: () => /\/needs\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '',
  };
}

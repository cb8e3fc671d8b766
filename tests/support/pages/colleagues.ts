import { expect, type Page } from '@playwright/test';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

type Named = Readonly<{ name: string; email: string }>;

/** The page on which a focal point has the colleagues. */
export function colleaguesPage(page: Page, locale: Locale) {
  const t = translator(locale);
  const box = (name: string) => page.getByRole('textbox', { name, exact: true });
  const successor = page.getByRole('combobox', { name: t('colleagues.successor'), exact: true });
  const file = page.getByLabel(t('colleagues.letterFile'), { exact: true });
  const handOver = () =>
    page.getByRole('button', { name: t('colleagues.handOverButton'), exact: true }).click();
  return {
    successor,
    file,
    handOver,
    letter: box(t('colleagues.letterLabel')),
    invite: async ({ name, email }: Named) => {
      await box(t('accounts.name')).fill(name);
      await box(t('accounts.email')).fill(email);
      await page.getByRole('button', { name: t('accounts.inviteButton'), exact: true }).click();
    },
    nameSuccessor: async ({ name, email }: Named, letter: string) => {
      await successor.selectOption({ label: t('colleagues.newPerson') });
      await box(t('colleagues.newName')).fill(name);
      await box(t('colleagues.newEmail')).fill(email);
      await box(t('colleagues.letterLabel')).fill(letter);
      await file.setInputFiles({
        name: 'nomination.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7 a letter'),
      });
      await page.getByRole('checkbox', { name: t('colleagues.confirm'), exact: true }).check();
    },
    /** The link by which the successor joins, in the answer that closes the account. */
    linkOnLeaving: async (name: string): Promise<string> => {
      await expect(
        page.getByRole('heading', {
          level: 1,
          name: t('colleagues.doneTitle', { name }),
          exact: true,
        }),
      ).toBeVisible();
      return page.getByRole('link', { name: /\/accounts\/invitations\// }).innerText();
    },
  };
}

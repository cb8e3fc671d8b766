import { expect, type Page } from '@playwright/test';
import type { Role } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { sender } from '#tests/support/pages/raw-requests';

type Guest = Readonly<{ role: Role; name: string; email: string }>;
export type Member = Readonly<{ name: string; email: string; password: string }>;

/** A person of this name, with an address and a password made from it. */
export const memberOf = (name: string): Member => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  password: `${name} chose this one`,
});

/**
 * Fills the form by which the administrator invites, on a review's page or that of the accounts.
 */
export async function invite(page: Page, locale: Locale, { role, name, email }: Guest) {
  const t = translator(locale);
  await page
    .getByRole('combobox', { name: t('accounts.role'), exact: true })
    .selectOption({ label: t(`roles.${role}`) });
  await page.getByRole('textbox', { name: t('accounts.name'), exact: true }).fill(name);
  await page.getByRole('textbox', { name: t('accounts.email'), exact: true }).fill(email);
  await page.getByRole('button', { name: t('accounts.inviteButton'), exact: true }).click();
}

/** The link on the page that shows it once: an invitation, or one to a new password. */
export async function linkShown(
  page: Page,
  locale: Locale,
  name: string,
  title: 'linkTitle' | 'resetLinkTitle' = 'linkTitle',
): Promise<string> {
  await expect(
    page.getByRole('heading', {
      level: 1,
      name: translator(locale)(`accounts.${title}`, { name }),
      exact: true,
    }),
  ).toBeVisible();
  return page.getByRole('link', { name: /\/accounts\/invitations\// }).innerText();
}

/** Chooses a password on the page that an invitation opens. */
export async function join(page: Page, locale: Locale, link: string, { name, password }: Member) {
  const t = translator(locale);
  await page.goto(link);
  await expect(
    page.getByRole('heading', { level: 1, name: t('invitation.title'), exact: true }),
  ).toBeVisible();
  await page.getByRole('textbox', { name: t('invitation.name'), exact: true }).fill(name);
  await page.getByLabel(t('invitation.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('invitation.join'), exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: t('invitation.done') })).toBeVisible();
}

/** Sends the form on the page of one's own account. */
export async function changePassword(
  page: Page,
  locale: Locale,
  current: string,
  password: string,
) {
  const t = translator(locale);
  await page.getByLabel(t('account.current'), { exact: true }).fill(current);
  await page.getByLabel(t('account.new'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('account.change'), exact: true }).click();
}

/**
 * A second focal point of AFR-18 on a demonstration server, made by the same forms, without a
 * browser.
 */
export async function colleague(url: string): Promise<Member> {
  const member = {
    name: 'Colleague of AFR-18',
    email: 'colleague.afr-18@example.org',
    password: 'a colleague has a password',
  };
  const administrator = await sender(url, 'administrator@demo.example');
  const review =
    /href="\/en\/reviews\/([0-9a-f-]{36})">AFR-18</.exec(
      (await administrator.get('/en/reviews')).text,
    )?.[1] ?? '';
  const invited = await administrator.post(
    '/en/accounts/invite',
    String(
      new URLSearchParams({ review, role: 'focal-point', name: member.name, email: member.email }),
    ),
  );
  const token = /accounts\/invitations\/([\w-]+)/.exec(invited.text)?.[1];
  if (!token) throw new Error(`no link was shown: ${invited.status}`);
  const guest = await sender(url);
  const joined = await guest.post(
    `/en/accounts/invitations/${token}/accept`,
    String(new URLSearchParams({ name: member.name, password: member.password })),
  );
  if (joined.status !== 303) throw new Error(`the invitation was not taken up: ${joined.status}`);
  return member;
}

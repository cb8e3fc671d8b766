import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AcceptForm } from '#components/accounts/accept-form';
import { PasswordForm } from '#components/accounts/password-form';
import { SignInForm } from '#components/accounts/sign-in-form';
import { Masthead } from '#components/ui/frame';
import { acceptanceSchema, passwordSchema, signInSchema } from '#lib/people/accounts/schema';
import { translator } from '#lib/text/i18n';

const t = translator('en');
const common = { locale: 'en', t, form: {}, errors: [] } as const;
const account = {
  email: 'name@example.org',
  name: 'Name',
  role: 'manager',
  stateCode: null,
  purpose: 'reset',
} as const;

describe('passwords', () => {
  it('a password has at least twelve characters and may have two hundred, of any kind', () => {
    const accepts = (password: string) =>
      passwordSchema.safeParse({ current: 'x', password }).success;
    expect(accepts('a'.repeat(11))).toBe(false);
    expect(accepts('a'.repeat(201))).toBe(false);
    for (const password of ['a'.repeat(12), '          12', 'парольдлинный', '密码'.repeat(6)])
      expect(accepts(password)).toBe(true);
    expect(accepts('é😀 "\\<>\''.repeat(20))).toBe(true);
    const [given, read] = [
      '  Spaces Stay  ',
      passwordSchema.parse({ current: 'x', password: '  Spaces Stay  ' }),
    ];
    expect(read.password).toBe(given);
  });

  it('every field for a password masks it, and lets it be pasted and filled in', () => {
    const forms = [
      <SignInForm key="1" {...common} next="" pendingForm="" />,
      <AcceptForm key="2" {...common} token="t" account={account} button="Join" />,
      <PasswordForm key="3" {...common} />,
    ].map((form) => renderToStaticMarkup(form));
    const fields = forms.flatMap(
      (markup) => markup.match(/<input[^>]*name="(?:password|current)"[^>]*>/g) ?? [],
    );
    expect(fields).toHaveLength(4);
    for (const field of fields) {
      expect(field).toContain('type="password"');
      expect(field).toMatch(/autoComplete="(?:current|new)-password"/i);
      expect(field).not.toMatch(/onpaste|readonly|disabled/i);
    }
  });

  it('are all that a form asks of somebody: no hint and no secret question', () => {
    const fields = [signInSchema, acceptanceSchema, passwordSchema].map(({ shape }) =>
      Object.keys(shape),
    );
    expect(fields).toEqual([
      ['email', 'password', 'code', 'next', 'kept'],
      ['token', 'name', 'password'],
      ['current', 'password'],
    ]);
  });
});

it('every page for people who have signed in offers to sign out', () => {
  const markup = renderToStaticMarkup(
    <Masthead
      home="/en"
      name="Register"
      navigationLabel="Pages"
      links={[]}
      account={{ name: 'Name', role: 'Manager', href: '/en/accounts/me' }}
      signIn={{ href: '/en/accounts/sign-in', label: 'Sign in' }}
      signOut={{ action: '/en/accounts/end-session', label: 'Sign out' }}
      languages={{ languages: [], current: 'en', label: 'Language', rememberAction: null }}
    />,
  );
  const [, form = ''] =
    /(<form[^>]*action="\/en\/accounts\/end-session".*?)<\/form>/.exec(markup) ?? [];
  expect(form).toContain('method="post"');
  expect(form).toContain('>Sign out</button>');
});

import type { Answer } from '#lib/http/answer';
import { languageCookie, sessionCookie } from '#lib/sessions/auth';
import { signInSchema } from '#lib/people/accounts/schema';
import { beginSession } from '#lib/sessions/sessions';
import { bySchema, textOf, type FormFields } from '#lib/http/form';
import { post } from '#lib/http/post';

/**
 * The form whose session had ended, as the sign-in page carried it along: for the one who typed it,
 * and nobody else.
 */
function keptAnswer(form: FormFields, locale: string, accountId: string): Answer | undefined {
  try {
    const { page, sentTo, form: typed } = JSON.parse(textOf(form, 'kept')) as Answer;
    const own = (path: unknown) =>
      typeof path === 'string' &&
      path.startsWith(`/${locale}/`) &&
      /^[A-Za-z0-9/_?=&-]+$/.test(path);
    const isForm =
      typeof typed === 'object' &&
      typed !== null &&
      Object.values(typed).every(
        (values) => Array.isArray(values) && values.every((value) => typeof value === 'string'),
      );
    return isForm && textOf(typed, 'by') === accountId && own(page) && own(sentTo)
      ? { failure: { kind: 'kept' }, page, sentTo, form: typed }
      : undefined;
  } catch {
    return undefined;
  }
}

export const POST = post({
  open: true,
  input: bySchema<typeof signInSchema>(signInSchema),
  command: (_actor, input, request) =>
    beginSession({
      email: input.email,
      password: input.password,
      network: request.headers.get('x-register-network') ?? '',
    }),
  page: ({ locale }) => `/${locale}/accounts/sign-in`,
  onward: async (session, { locale }, form) => {
    const remembered = session.locale ? [languageCookie(session.locale)] : [];
    const next = signInSchema.shape.next.parse(textOf(form, 'next'));
    return {
      location: next || `/${session.locale ?? locale}`,
      cookies: [await sessionCookie(session.id), ...remembered],
      kept: keptAnswer(form, locale, session.accountId),
    };
  },
});

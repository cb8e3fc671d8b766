import type { SubmittedForm } from '#lib/http/form-page';
import { done } from '#lib/base/errors';
import { languageCookie, sessionCookie } from '#lib/sessions/auth';
import { deviceCookie, deviceOfRequest } from '#lib/sessions/known-device';
import { signInSchema } from '#lib/people/accounts/schema';
import { beginSession } from '#lib/sessions/sessions';
import { bySchema, textOf, type FormFields } from '#lib/http/form';
import { post } from '#lib/http/post';

const isOwnPath = (path: unknown, locale: string): boolean =>
  typeof path === 'string' && path.startsWith(`/${locale}/`) && /^[A-Za-z0-9/_?=&-]+$/.test(path);

const isForm = (form: unknown): boolean =>
  typeof form === 'object' &&
  form !== null &&
  Object.values(form).every(
    (values) => Array.isArray(values) && values.every((value) => typeof value === 'string'),
  );

/**
 * The form whose session had ended, which the sign-in page has carried along. Only the account that
 * sent it gets it back.
 */
function pendingAnswer(
  form: FormFields,
  locale: string,
  accountId: string,
): SubmittedForm | undefined {
  try {
    const { page, sentTo, form: pending } = JSON.parse(textOf(form, 'kept')) as SubmittedForm;
    const isValid = isForm(pending) && isOwnPath(page, locale) && isOwnPath(sentTo, locale);
    if (!isValid || textOf(pending, 'by') !== accountId) return undefined;
    return { failure: { kind: 'kept' }, page, sentTo, form: pending };
  } catch {
    return undefined;
  }
}

export const POST = post({
  isPublic: true,
  input: bySchema<typeof signInSchema>(signInSchema),
  command: async (_actor, { email, password, code }, request) => {
    const device = await deviceOfRequest(request);
    const network = request.headers.get('x-register-network') ?? '';
    const agent = request.headers.get('user-agent') ?? '';
    const session = await beginSession({ email, password, code, network, agent, device });
    return session.ok ? done({ ...session.value, device }) : session;
  },
  page: ({ locale }) => `/${locale}/accounts/sign-in`,
  next: async (session, { locale }, form) => {
    const languageCookies = session.locale ? [languageCookie(session.locale)] : [];
    const next = signInSchema.shape.next.parse(textOf(form, 'next'));
    const setUp = `/${session.locale ?? locale}/accounts/second-factor`;
    return {
      location: session.isEnrolling ? setUp : next || `/${session.locale ?? locale}`,
      cookies: [
        await sessionCookie(session.id),
        await deviceCookie(session.accountId, session.device),
        ...languageCookies,
      ],
      submission: session.isEnrolling ? undefined : pendingAnswer(form, locale, session.accountId),
    };
  },
});

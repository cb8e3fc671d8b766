import 'server-only';
import type { NextRequest } from 'next/server';
import { recordEvent } from '#db/change';
import { transaction } from '#db/client';
import { databaseFailure, isUnstorable } from '#db/errors';
import type { Actor } from '#lib/base/actor';
import { respondWithFormPage, type SubmittedForm } from '#lib/http/form-page';
import { requestActor } from '#lib/sessions/auth';
import { isLocale, type Locale } from '#lib/convention/names';
import { statusOf, type Failure, type Outcome } from '#lib/base/errors';
import { parseForm, type FormFields, type ReadInput } from '#lib/http/form';
import { formToCarry, parseMultipartForm } from '#lib/http/multipart-form';
import { translator } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

type Address = Readonly<Record<string, string>>;
type LocalisedAddress = Address & { locale: Locale };

/**
 * Where to go after success, and the cookies to set; `kept` renders a page with earlier input
 * instead.
 */
export type NextPage = string | Redirect;
type Redirect = Readonly<{
  location: string;
  cookies: readonly string[];
  submission?: SubmittedForm;
}>;

type Post<I, T> = Readonly<{
  /** Reads the input of the command. */
  input: ReadInput<I>;
  command: (actor: Actor, input: I, request: Request) => Promise<Outcome<T>>;
  /** The page of the form, shown again after a failure. */
  page: (address: LocalisedAddress, form: FormFields) => string;
  /** Where to go after success. */
  next: (value: T, address: LocalisedAddress, form: FormFields) => NextPage | Promise<NextPage>;
  /** Whether the public may send the form. */
  isPublic?: boolean;
  /** Whether the form has files: `multipart/form-data`, at an address that the HTTP edge knows. */
  hasFiles?: boolean;
}>;

const wantsJson = (request: Request) =>
  request.headers.get('accept')?.includes('application/json') ?? false;

type Failed = Readonly<{ failure: Failure; form: FormFields; page: string; locale: Locale }>;

/** Responds with what is wrong: as JSON to a script, else with the page of the form. */
async function respondWithFailure(request: Request, { failure, form, page, locale }: Failed) {
  const status = statusOf(failure);
  if (wantsJson(request)) {
    const t = translator(locale);
    const faults = failure.kind === 'invalid' ? failure.errors : [];
    const errors = faults.map(({ field, message }) => ({ field, message: errorText(t, message) }));
    const headers = { 'cache-control': 'no-store' };
    const why = failure.kind === 'conflict' ? { why: failure.why } : {};
    return Response.json({ kind: failure.kind, errors, ...why }, { status, headers });
  }
  const needsSignIn = failure.kind === 'unauthenticated';
  const sentTo = new URL(request.url).pathname;
  const shownPage = needsSignIn ? `/${locale}/accounts/sign-in` : page;
  return respondWithFormPage(request, { failure, form, sentTo, page }, shownPage, status);
}

/** Responds with the next page: a redirect, or its address as JSON to a script. */
function respondWithNext(request: Request, onward: NextPage): Promise<Response> | Response {
  const redirect: Redirect =
    typeof onward === 'string' ? { location: onward, cookies: [] } : onward;
  const { location, cookies, submission: kept } = redirect;
  if (kept) return respondWithFormPage(request, kept, kept.page, 200, cookies[0]);

  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (wantsJson(request)) return Response.json({ location }, { headers });
  headers.set('location', location);
  return new Response(null, { status: 303, headers });
}

/** The segments of the address, encoded as they were sent, and its language. */
const addressOf = (params: Address): LocalisedAddress => ({
  ...Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)]),
  ),
  locale: isLocale(params.locale) ? params.locale : 'en',
});

/** Turns an error of the database into a failure; any other error is a bug and is thrown. */
function failureOfError(error: unknown): Failure {
  if (isUnstorable(error)) return { kind: 'not-found' };
  const why = databaseFailure(error);
  if (!why) throw error;
  return { kind: 'database', why };
}

async function logRefusal(actor: Actor, path: string) {
  await transaction((tx) => recordEvent(tx, 'refused', actor.accountId, { path }));
}

/**
 * Creates the handler of a POST route: form → input → command → the next page, or the page of the
 * form with what is wrong.
 */
export const post =
  <I, T>({
    input,
    command,
    page,
    next: onward,
    isPublic: open,
    hasFiles: isMultipart,
  }: Post<I, T>) =>
  async (
    request: NextRequest,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const params = await context.params;
    const address = addressOf(params);
    const { locale } = address;
    const { form, files } = isMultipart
      ? await parseMultipartForm(request)
      : { form: parseForm(new Uint8Array(await request.arrayBuffer())), files: undefined };
    const fail = (failure: Failure, shownForm: FormFields = form ?? {}) =>
      respondWithFailure(request, {
        failure,
        form: shownForm,
        page: page(address, form ?? {}),
        locale,
      });
    if (!form) {
      return fail({ kind: 'invalid', errors: [{ field: '', message: 'wrongEncoding' }] });
    }

    try {
      const actor = await requestActor(request);
      if (actor.role === 'public' && !open) {
        return await fail({ kind: 'unauthenticated' }, isMultipart ? formToCarry(form) : form);
      }
      const read = input(form, params, files);
      if (!read.ok) return await fail(read.failure);
      const outcome = await command(actor, read.value, request);
      if (outcome.ok) {
        return await respondWithNext(request, await onward(outcome.value, address, form));
      }
      if (outcome.failure.kind === 'forbidden') {
        await logRefusal(actor, new URL(request.url).pathname);
      }
      return await fail(outcome.failure);
    } catch (error) {
      return fail(failureOfError(error));
    }
  };

import 'server-only';
import type { NextRequest } from 'next/server';
import { failureOfError } from '#lib/http/failure-of-error';
import type { Actor } from '#lib/base/actor';
import { respondWithFormPage, type SubmittedForm } from '#lib/http/form-page';
import { requestActor } from '#lib/sessions/auth';
import { isLocale, type Locale } from '#lib/convention/names';
import { done, failed, invalid, statusOf, type Failure, type Outcome } from '#lib/base/errors';
import { parseForm, type FormFields, type FormFiles, type ReadInput } from '#lib/http/form';
import { parseMultipartForm } from '#lib/http/multipart-form';
import { loggedPath, recordAccess } from '#lib/http/record-access';
import { inUploadPlace, uploadRetrySeconds } from '#lib/http/upload-places';
import { countAttempt, type LimitKind } from '#lib/sessions/rate-limits';
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

type MayUpload = (actor: Actor, address: Address) => Promise<Outcome<unknown>> | Outcome<unknown>;

type Post<I, T> = Readonly<{
  /** Reads the input of the command. */
  input: ReadInput<I>;
  command: (actor: Actor, input: I, request: NextRequest) => Promise<Outcome<T>>;
  /** The page of the form, shown again after a failure. */
  page: (address: LocalisedAddress, form: FormFields) => string;
  /** Where to go after success. */
  next: (value: T, address: LocalisedAddress, form: FormFields) => NextPage | Promise<NextPage>;
  /** Whether the public may send the form. */
  isPublic?: boolean;
  /**
   * Whether this person may send files here: `multipart/form-data`, at an address that the HTTP edge
   * knows. Nobody else's body is read.
   */
  mayUpload?: MayUpload;
  /** What bounds how often the form may be sent: by the account, or by the network of the public. */
  limit?: LimitKind;
}>;

const wantsJson = (request: Request) =>
  request.headers.get('accept')?.includes('application/json') ?? false;

/** When somebody who has to wait may try again. */
const retryHeaders = (failure: Failure): Record<string, string> =>
  failure.kind === 'limited' ? { 'retry-after': String(failure.seconds) } : {};

type Failed = Readonly<{ failure: Failure; form: FormFields; page: string; locale: Locale }>;

/** Responds with what is wrong: as JSON to a script, else with the page of the form. */
async function respondWithFailure(request: Request, { failure, form, page, locale }: Failed) {
  const status = statusOf(failure);
  if (wantsJson(request)) {
    const t = translator(locale);
    const faults = failure.kind === 'invalid' ? failure.errors : [];
    const errors = faults.map(({ field, message }) => ({ field, message: errorText(t, message) }));
    const headers = { 'cache-control': 'no-store', ...retryHeaders(failure) };
    const why = failure.kind === 'conflict' ? { why: failure.why } : {};
    return Response.json({ kind: failure.kind, errors, ...why }, { status, headers });
  }
  const needsSignIn = failure.kind === 'unauthenticated';
  const sentTo = new URL(request.url).pathname;
  const shownPage = needsSignIn ? `/${locale}/accounts/sign-in` : page;
  const answer = { failure, form, sentTo, page };
  const response = await respondWithFormPage(request, answer, shownPage, status);
  for (const [name, value] of Object.entries(retryHeaders(failure))) {
    response.headers.set(name, value);
  }
  return response;
}

/** Responds with the next page: a redirect, or its address as JSON to a script. */
async function respondWithNext(request: Request, onward: NextPage): Promise<Response> {
  const redirect: Redirect =
    typeof onward === 'string' ? { location: onward, cookies: [] } : onward;
  const { location, cookies, submission: kept } = redirect;
  if (kept) {
    const response = await respondWithFormPage(request, kept, kept.page, 200, cookies[0]);
    for (const cookie of cookies.slice(1)) response.headers.append('set-cookie', cookie);
    return response;
  }

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

const logRefusal = (actor: Actor, request: Request) =>
  recordAccess(actor, 'refused', { path: loggedPath(new URL(request.url).pathname) });

type Body = Readonly<{ form: FormFields; files?: FormFiles | undefined }>;

/** Reads the body of a form, after it is known who sends it. */
async function readBody(
  request: Request,
  actor: Actor,
  address: Address,
  mayUpload: MayUpload | undefined,
): Promise<Outcome<Body>> {
  if (!mayUpload) {
    const form = parseForm(new Uint8Array(await request.arrayBuffer()));
    return form ? done({ form }) : invalid('', 'wrongEncoding');
  }
  // A file waits for a session; the sign-in page could not carry it along.
  if (actor.role === 'public') return failed({ kind: 'unauthenticated' });
  const allowed = await mayUpload(actor, address);
  if (!allowed.ok) return allowed;
  const parsed = await inUploadPlace(actor.accountId ?? '', () => parseMultipartForm(request));
  if (!parsed) return failed({ kind: 'limited', seconds: uploadRetrySeconds });
  const { form, files } = parsed;
  return form ? done({ form, files }) : invalid('', 'wrongEncoding');
}

/** Counts a form that may be sent only so often; the failure where it is too early. */
async function refuseByLimit(
  request: Request,
  { accountId }: Actor,
  kind: LimitKind | undefined,
): Promise<Failure | undefined> {
  if (!kind) return undefined;
  const of = accountId ?? request.headers.get('x-register-network') ?? '';
  const seconds = await countAttempt([{ kind, of }]);
  return seconds > 0 ? { kind: 'limited', seconds } : undefined;
}

/**
 * Creates the handler of a POST route: actor → form → input → command → the next page, or the page
 * of the form with what is wrong.
 */
export const post =
  <I, T>({ input, command, page, next, isPublic, mayUpload, limit }: Post<I, T>) =>
  async (
    request: NextRequest,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const params = await context.params;
    const address = addressOf(params);
    const { locale } = address;
    const fail = (failure: Failure, form: FormFields = {}) =>
      respondWithFailure(request, { failure, form, page: page(address, form), locale });

    let form: FormFields = {};
    try {
      const actor = await requestActor(request);
      const body = await readBody(request, actor, params, mayUpload);
      if (!body.ok) {
        if (body.failure.kind === 'forbidden') await logRefusal(actor, request);
        return await fail(body.failure);
      }
      ({ form } = body.value);
      if (actor.role === 'public' && !isPublic) {
        return await fail({ kind: 'unauthenticated' }, form);
      }
      const limited = await refuseByLimit(request, actor, limit);
      if (limited) return await fail(limited, form);
      const read = input(form, params, body.value.files);
      if (!read.ok) return await fail(read.failure, form);
      const outcome = await command(actor, read.value, request);
      if (outcome.ok) {
        return await respondWithNext(request, await next(outcome.value, address, form));
      }
      if (outcome.failure.kind === 'forbidden') await logRefusal(actor, request);
      return await fail(outcome.failure, form);
    } catch (error) {
      return fail(failureOfError(error), form);
    }
  };

import 'server-only';
import { NextRequest } from 'next/server';
import { recordEvent } from '#db/change';
import { transaction } from '#db/client';
import { databaseFailure, isUnstorable } from '#db/errors';
import type { Actor } from '#lib/base/actor';
import { answerWithPage, type Answer } from '#lib/http/answer';
import { requestActor } from '#lib/sessions/auth';
import { isLocale, type Locale } from '#lib/convention/names';
import { statusOf, type Failure, type Outcome } from '#lib/base/errors';
import { readForm, type FormFields, type ReadInput } from '#lib/http/form';
import { carried, readFormWithFiles } from '#lib/http/post-files';
import { translator } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

type Address = Readonly<Record<string, string>>;
/**
 * Where to go on after success, and what else to send: a cookie, or a page rendered with what was
 * typed before.
 */
export type Onward =
  | string
  | Readonly<{ location: string; cookies: readonly string[]; kept?: Answer }>;

type Post<I, T> = Readonly<{
  input: ReadInput<I>;
  command: (actor: Actor, input: I, request: Request) => Promise<Outcome<T>>;
  /** The page on which the form stands, shown again when the answer is no. */
  page: (address: Address & { locale: Locale }, form: FormFields) => string;
  onward: (
    value: T,
    address: Address & { locale: Locale },
    form: FormFields,
  ) => Onward | Promise<Onward>;
  /** Whether it may be sent without having signed in. */
  open?: boolean;
  /**
   * Whether files come with it: `multipart/form-data` then, at an address that bin/checks.ts names.
   */
  files?: boolean;
}>;

async function answerNo(
  request: NextRequest,
  failure: Failure,
  form: FormFields,
  page: string,
  locale: Locale,
): Promise<Response> {
  const status = statusOf(failure);
  if (request.headers.get('accept')?.includes('application/json')) {
    const t = translator(locale);
    const errors =
      failure.kind === 'invalid'
        ? failure.errors.map(({ field, message }) => ({ field, message: errorText(t, message) }))
        : [];
    return Response.json(
      { kind: failure.kind, errors },
      { status, headers: { 'cache-control': 'no-store' } },
    );
  }
  const shown = failure.kind === 'unauthenticated' ? `/${locale}/accounts/sign-in` : page;
  return answerWithPage(
    request,
    { failure, form, sentTo: new URL(request.url).pathname, page },
    shown,
    status,
  );
}

const go = (request: Request, onward: Onward) => {
  const { location, cookies } =
    typeof onward === 'string' ? { location: onward, cookies: [] } : onward;
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (request.headers.get('accept')?.includes('application/json'))
    return Response.json({ location }, { headers });
  headers.set('location', location);
  return new Response(null, { status: 303, headers });
};

/**
 * Makes the handler of a POST route: form → input → command → the next page, or the same page with
 * what is wrong.
 */
export const post =
  <I, T>({ input, command, page, onward, open, files }: Post<I, T>) =>
  async (
    request: NextRequest,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const params = await context.params;
    const locale = isLocale(params.locale) ? params.locale : 'en';
    // What stood in the address, whatever it was, stands in the next one in the same way.
    const address = {
      ...Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)]),
      ),
      locale,
    };
    const sent = files
      ? await readFormWithFiles(request)
      : { form: readForm(new Uint8Array(await request.arrayBuffer())) };
    const { form } = sent;
    if (!form)
      return answerNo(
        request,
        { kind: 'invalid', errors: [{ field: '', message: 'wrongEncoding' }] },
        {},
        page(address, {}),
        locale,
      );
    const no = (failure: Failure) => answerNo(request, failure, form, page(address, form), locale);
    try {
      const actor = await requestActor(request);
      if (actor.role === 'public' && !open)
        return await answerNo(
          request,
          { kind: 'unauthenticated' },
          files ? carried(form) : form,
          page(address, form),
          locale,
        );
      const read = input(form, params, sent.files);
      if (!read.ok) return await no(read.failure);
      const outcome = await command(actor, read.value, request);
      if (outcome.ok) {
        const next = await onward(outcome.value, address, form);
        if (typeof next !== 'string' && next.kept)
          return await answerWithPage(request, next.kept, next.kept.page, 200, next.cookies[0]);
        return go(request, next);
      }
      if (outcome.failure.kind === 'forbidden') {
        const { pathname } = new URL(request.url);
        await transaction((tx) => recordEvent(tx, 'refused', actor.accountId, { path: pathname }));
      }
      return await no(outcome.failure);
    } catch (error) {
      if (isUnstorable(error)) return no({ kind: 'not-found' });
      const why = databaseFailure(error);
      if (!why) throw error;
      return no({ kind: 'database', why });
    }
  };

import 'server-only';
import Negotiator from 'negotiator';
import { environment } from '#lib/base/env';
import { isLocale, type Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import en from '#messages/en' with { type: 'json' };

export type ProblemKind = keyof (typeof en)['api']['problems'];
/** Every kind of problem, in the order of the page that explains them. */
export const problemKinds = Object.keys(en.api.problems) as readonly ProblemKind[];

/** A fault of one field or parameter; `pointer` is where it stands in the body (RFC 6901). */
export type ProblemFault = Readonly<{ field: string; pointer?: string; message: string }>;

/** The language that a program asks for, else English. */
export function askedLanguage(request: Request): Locale {
  const headers = { 'accept-language': request.headers.get('accept-language') ?? '' };
  const codes = new Negotiator({ headers }).languages().map((tag) => tag.slice(0, 2).toLowerCase());
  return codes.find(isLocale) ?? 'en';
}

type Details = Readonly<{
  detail?: string | undefined;
  errors?: readonly ProblemFault[];
  headers?: Readonly<Record<string, string>>;
}>;

/** Answers with what is wrong, as `application/problem+json` (RFC 9457) in the asked language. */
export function problemResponse(
  request: Request,
  status: number,
  kind: ProblemKind,
  { detail, errors, headers = {} }: Details = {},
): Response {
  const locale = askedLanguage(request);
  const body = {
    type: `${environment().publicUrl.origin}/${locale}/api#${kind}`,
    title: translator(locale)(`api.problems.${kind}`),
    status,
    ...(detail ? { detail } : {}),
    ...(errors && errors.length > 0 ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': locale,
      'cache-control': 'no-store',
      vary: 'accept-language, authorization, cookie',
      ...headers,
    },
  });
}

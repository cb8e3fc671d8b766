import 'server-only';
import Negotiator from 'negotiator';
import { environment } from '#lib/base/env';
import { isLocale, type Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import en from '#messages/en' with { type: 'json' };

export type ProblemKind = keyof (typeof en)['api']['problems'];
/** Every kind of problem, in the order of the page that explains them. */
export const problemKinds = Object.keys(en.api.problems) as readonly ProblemKind[];

/**
 * A fault of one field or parameter; `pointer` is where it stands in the body (RFC 6901), `valid` what
 * could stand there.
 */
export type ProblemFault = Readonly<{
  field: string;
  pointer?: string;
  message: string;
  parameter?: string;
  value?: string;
  valid?: readonly string[];
}>;

/** The language that a program asks for in `Accept-Language`, else English. */
function languageIn(acceptLanguage: string): Locale {
  const headers = { 'accept-language': acceptLanguage };
  const codes = new Negotiator({ headers }).languages().map((tag) => tag.slice(0, 2).toLowerCase());
  return codes.find(isLocale) ?? 'en';
}

export const askedLanguage = (request: Request): Locale =>
  languageIn(request.headers.get('accept-language') ?? '');

type Details = Readonly<{
  detail?: string | undefined;
  errors?: readonly ProblemFault[];
  headers?: Readonly<Record<string, string>>;
}>;

type Problem = Readonly<{ status: number; headers: Record<string, string>; body: string }>;

/** What is wrong, as `application/problem+json` (RFC 9457) in the language that is asked for. */
export function problem(
  acceptLanguage: string,
  status: number,
  kind: ProblemKind,
  { detail, errors, headers = {} }: Details = {},
): Problem {
  const locale = languageIn(acceptLanguage);
  const body = {
    type: `${environment().publicUrl.origin}/${locale}/api#${kind}`,
    title: translator(locale)(`api.problems.${kind}`),
    status,
    ...(detail ? { detail } : {}),
    ...(errors && errors.length > 0 ? { errors } : {}),
  };
  return {
    status,
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/problem+json',
      'content-language': locale,
      'cache-control': 'no-store',
      vary: 'accept-language, authorization, cookie',
      ...headers,
    },
  };
}

/** Answers a request with what is wrong. */
export function problemResponse(
  request: Request,
  status: number,
  kind: ProblemKind,
  details: Details = {},
): Response {
  const asked = request.headers.get('accept-language') ?? '';
  const { body, headers } = problem(asked, status, kind, details);
  return new Response(body, { status, headers });
}

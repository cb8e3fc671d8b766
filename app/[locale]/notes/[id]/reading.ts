import 'server-only';
import { signedIn } from '#lib/sessions/auth';
import { answered } from '#lib/http/answered';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { editionById } from '#lib/notes/queries';
import { writesNotes } from '#lib/notes/scope';

export type NoteParams = Readonly<{
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

/**
 * What every page about an edition begins with: the reader, the edition if they may see it, and
 * what became of a form.
 */
export async function readEdition({
  params,
  page = '',
}: Pick<NoteParams, 'params'> & { page?: string }) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/notes/${id}${page}`);
  const found = await editionById(actor, id);
  const crumbs = [
    { href: `/${locale}/notes`, label: t('notes.title') },
    ...(found.ok && page !== ''
      ? [{ href: `/${locale}/notes/${id}`, label: found.value.edition.symbol }]
      : []),
  ];
  const answer = answered(locale, t);
  return {
    locale,
    t,
    id,
    actor,
    seen: found.ok ? found.value : null,
    writes: writesNotes(actor),
    at: `/${locale}/notes/${id}`,
    answer,
    by: actor.accountId ?? '',
    framed: {
      site: t('site.name'),
      crumbsLabel: t('site.breadcrumbs'),
      crumbs,
      alert: answer.errors.length > 0 ? t('problem.error') : undefined,
    },
  };
}

import 'server-only';
import { requireSignIn } from '#lib/sessions/auth';
import { formResult } from '#lib/http/form-result';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { editionAtWork, editionById, type EditionView } from '#lib/notes/store/queries';
import { mayWriteNotes } from '#lib/notes/store/permissions';

export type NoteParams = Readonly<{
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

/** Whether the text of an edition can still be changed. */
function isDraft({ edition: { status } }: EditionView): boolean {
  return status === 'drafting' || status === 'under-review';
}

/**
 * Reads what every page about an edition begins with: the reader, the edition and the result of a
 * form that was just sent. The first page shows an edition to all who may read it; the others are
 * for those who work on it, and for all others there is none.
 */
export async function readEdition({
  params,
  page = '',
}: Pick<NoteParams, 'params'> & { page?: string }) {
  const { locale, id } = await params;
  const t = translator(locale);
  const notePath = `/${locale}/notes/${id}`;
  const actor = await requireSignIn(locale, `${notePath}${page}`);
  const outcome = await (page === '' ? editionById : editionAtWork)(actor, id);
  const found = outcome.ok ? outcome.value : null;
  const noteCrumb = found && page !== '' ? [{ href: notePath, label: found.edition.symbol }] : [];
  const result = formResult(locale, t);
  return {
    locale,
    t,
    id,
    actor,
    found,
    isDraft: found !== null && isDraft(found),
    isWriter: mayWriteNotes(actor),
    notePath,
    result,
    by: actor.accountId ?? '',
    frame: {
      site: t('site.name'),
      crumbsLabel: t('site.breadcrumbs'),
      crumbs: [{ href: `/${locale}/notes`, label: t('notes.title') }, ...noteCrumb],
      alert: result.errors.length > 0 ? t('problem.error') : undefined,
    },
  };
}

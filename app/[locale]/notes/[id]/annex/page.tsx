import { Page } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import { environment } from '#lib/base/env';
import { translator } from '#lib/text/i18n';
import { finishedNote } from '#lib/notes/assembly/finished-note';
import { annexHtml } from '#lib/documents/html/note-html';
import { MissingPage } from '../../../missing-page';
import type { NoteParams } from '../read-edition';

/** The annex of a note, a document of its own: what each of its numbers is and how it was counted. */
export default async function Annex({ params }: Pick<NoteParams, 'params'>) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const outcome = await finishedNote(actor, id, locale);
  if (!outcome.ok || (actor.role === 'public' && !environment().open))
    return <MissingPage locale={locale} />;
  const { head, annex } = outcome.value;
  return (
    <Page
      title={`${head.symbol} – ${annex.title}`}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/notes`, label: t('notes.title') },
        { href: `/${locale}/notes/${id}/text`, label: head.symbol },
      ]}
    >
      {/* The function that renders it escapes every text. */}
      <div className="note-page" dangerouslySetInnerHTML={{ __html: annexHtml(outcome.value) }} />
    </Page>
  );
}

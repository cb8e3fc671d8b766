import { Notice, Page } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import { environment } from '#lib/base/env';
import { translator } from '#lib/text/i18n';
import { finishedNote } from '#lib/notes/assembly/finished-note';
import { documentsOfEdition } from '#lib/notes/documents/jobs';
import { noteHtml } from '#lib/documents/html/note-html';
import { noteLabels } from '#lib/notes/documents/labels';
import { MissingPage } from '../../../missing-page';
import type { NoteParams } from '../read-edition';

/** The note as a web page, at its permanent address; each number links to the needs that it counts. */
export default async function Text({ params }: Pick<NoteParams, 'params'>) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const outcome = await finishedNote(actor, id, locale);
  if (!outcome.ok || (actor.role === 'public' && !environment().open))
    return <MissingPage locale={locale} />;
  const note = outcome.value;
  const isDraft = note.labels.draft !== null;
  const documents = await documentsOfEdition(actor, id);
  const files = documents.ok ? documents.value.files.filter((file) => file.locale === locale) : [];
  return (
    <Page
      title={note.head.symbol}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/notes`, label: t('notes.title') },
        ...(actor.role === 'public'
          ? []
          : [{ href: `/${locale}/notes/${id}`, label: note.head.symbol }]),
      ]}
    >
      {isDraft ? (
        <Notice kind="warn">
          <p>{t('notes.text.draft')}</p>
        </Notice>
      ) : null}
      {files.length > 0 ? (
        <ul className="tools">
          {files.map(({ format, size }) => (
            <li key={format}>
              <a href={`/${locale}/notes/${id}/documents/${locale}/${format}`} download>
                {t(`noteDocuments.formats.${format}`)} ·{' '}
                {t('noteDocuments.size', { kilobytes: Math.max(1, Math.round(size / 1024)) })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {/* The function that also makes the HTML file of the edition escapes every text. */}
      <div
        className="note-page"
        dangerouslySetInnerHTML={{
          __html: noteHtml(note, {
            links: 'register',
            base: '',
            labels: noteLabels(t, isDraft),
            annex: { address: `/${locale}/notes/${id}/annex`, isFolded: true },
          }),
        }}
      />
    </Page>
  );
}

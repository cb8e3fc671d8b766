import { SubNavigation } from '#components/summaries/sub-navigation';
import { Page } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import { translator } from '#lib/text/i18n';
import { noteById } from '#lib/counting/published/queries';
import { MissingPage } from '../../../missing-page';
import { readSummary, type SummaryParams } from '../../read-summary';
import { CheckedNote } from '../checked-note';

/** A published note that was entered, compared with the register. */
export default async function AgainstAnotherNote({
  params,
  searchParams,
}: SummaryParams<{ id: string }>) {
  const { locale, id } = await params;
  const actor = await currentActor();
  const note = await noteById(actor, id);
  if (!note.ok) return <MissingPage locale={locale} />;
  const t = translator(locale);
  const reading = await readSummary(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { chapters, query, without } = reading.view;
  const home = `/${locale}/summaries/against-the-note`;
  const { title, symbol } = note.value;
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: home + query, label: t('published.title') },
        { href: `${home}/notes/manage`, label: t('published.others') },
      ]}
    >
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <SubNavigation
        locale={locale}
        t={t}
        chapters={chapters}
        query={query}
        without={without}
        place="against-the-note"
      />
      <CheckedNote
        actor={actor}
        locale={locale}
        note={note.value}
        title={symbol ? `${title} (${symbol})` : title}
        withTexts
      />
    </Page>
  );
}

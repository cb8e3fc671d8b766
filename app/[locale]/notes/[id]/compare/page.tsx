import { Page } from '#components/ui/page';
import { compareEditions } from '#lib/notes/comparison/compare-queries';
import { visibleEditions } from '#lib/notes/store/queries';
import { MissingPage } from '../../../missing-page';
import { blockName } from '../block-name';
import { readEdition, type NoteParams } from '../read-edition';
import { BlocksSection, EditionPicker, NumbersSection } from './compared-editions';

/** The edition that the address names, else the previous one, else any other. */
function chosenEdition(
  requested: string | string[] | undefined,
  previousId: string | null,
  others: readonly Readonly<{ id: string }>[],
): string | undefined {
  if (typeof requested === 'string' && requested !== '') return requested;
  const previous = previousId ? others.find(({ id }) => id === previousId) : undefined;
  return (previous ?? others[0])?.id;
}

/** Two editions, paragraph by paragraph and number by number. */
export default async function Compare({ params, searchParams }: NoteParams) {
  const { locale, t, actor, found, frame } = await readEdition({ params, page: '/compare' });
  if (!found) return <MissingPage locale={locale} />;
  const others = (await visibleEditions(actor)).filter(({ id }) => id !== found.edition.id);
  const { with: requested } = await searchParams;
  const chosen = chosenEdition(requested, found.edition.previousId, others);
  const outcome = chosen === undefined ? null : await compareEditions(actor, found, chosen, locale);
  if (outcome && !outcome.ok) return <MissingPage locale={locale} />;
  const compared = outcome?.value;
  return (
    <Page title={t('notes.compare.title')} {...frame}>
      <h1>{t('notes.compare.title')}</h1>
      <p className="lead">{t('notes.compare.lead')}</p>
      {compared ? (
        <>
          <EditionPicker t={t} chosen={compared.first.id} editions={others} />
          <NumbersSection {...{ locale, t, compared }} />
          <BlocksSection
            {...{ locale, t, compared }}
            nameOf={({ kind, number }) => blockName(t, kind, number)}
          />
        </>
      ) : (
        <p>{t('notes.compare.none')}</p>
      )}
    </Page>
  );
}

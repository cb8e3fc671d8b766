import { ComparedNumbers } from '#components/notes/compared-numbers';
import { NeedDifference } from '#components/needs/need-difference';
import { SelectField } from '#components/ui/field';
import { Page } from '#components/ui/page';
import { differenceOf } from '#lib/needs/model/differences';
import { compareEditions } from '#lib/notes/compare-queries';
import { editions } from '#lib/notes/queries';
import { MissingPage } from '../../../missing-page';
import { placeName } from '../place-name';
import { readEdition, type NoteParams } from '../reading';

/** Two editions, paragraph by paragraph and number by number. */
export default async function Compare({ params, searchParams }: NoteParams) {
  const { locale, t, actor, seen, framed } = await readEdition({ params, page: '/compare' });
  if (!seen) return <MissingPage locale={locale} />;
  const others = (await editions(actor)).filter(({ id }) => id !== seen.edition.id);
  const asked = (await searchParams).with;
  const chosen =
    typeof asked === 'string' && asked !== ''
      ? asked
      : seen.edition.previousId && others.some(({ id }) => id === seen.edition.previousId)
        ? seen.edition.previousId
        : others[0]?.id;
  const found = chosen === undefined ? null : await compareEditions(actor, seen, chosen, locale);
  if (found && !found.ok) return <MissingPage locale={locale} />;
  const changed = found ? found.value.blocks.filter(({ before, after }) => before !== after) : [];
  const alone = (symbol: string, text: string) => [
    {
      field: symbol,
      term: t('notes.compare.only', { symbol }),
      language: locale,
      stretches: [{ kind: 'same' as const, text }],
    },
  ];
  const needs =
    found &&
    `/${locale}/summaries/compare?chapter=${found.value.second.chapters[0]}&since=${found.value.first.cutoff}&sinceRevision=${found.value.revisions[0]}&cutoff=${found.value.second.cutoff}&revision=${found.value.revisions[1]}`;
  return (
    <Page title={t('notes.compare.title')} {...framed}>
      <h1>{t('notes.compare.title')}</h1>
      <p className="lead">{t('notes.compare.lead')}</p>
      {found === null ? (
        <p>{t('notes.compare.none')}</p>
      ) : (
        <>
          <form method="get" className="in-line">
            <SelectField
              name="with"
              label={t('notes.compare.with')}
              defaultValue={found.value.first.id}
              options={others.map(({ id, symbol }) => ({ value: id, label: symbol }))}
            />
            <div className="buttons">
              <button className="button second">{t('notes.compare.show')}</button>
            </div>
          </form>
          <h2>{t('notes.compare.numbers')}</h2>
          {found.value.numbers.length === 0 ? (
            <p>{t('notes.compare.same')}</p>
          ) : (
            <>
              <ComparedNumbers locale={locale} t={t} numbers={found.value.numbers} />
              {needs ? (
                <p>
                  <a href={needs}>{t('notes.compare.needs')}</a>
                </p>
              ) : null}
            </>
          )}
          <h2>{t('notes.compare.changed')}</h2>
          {changed.length === 0 ? (
            <p>{t('notes.compare.same')}</p>
          ) : (
            changed.map(({ key, kind, number, before, after }) => (
              <section key={key}>
                <h3>{placeName(t, kind, number)}</h3>
                <NeedDifference
                  t={t}
                  differences={
                    before === null
                      ? alone(found.value.second.symbol, after ?? '')
                      : after === null
                        ? alone(found.value.first.symbol, before)
                        : [
                            {
                              field: key,
                              term: t('notes.compare.changed'),
                              language: locale,
                              stretches: differenceOf(before, after, locale),
                            },
                          ]
                  }
                />
              </section>
            ))
          )}
        </>
      )}
    </Page>
  );
}

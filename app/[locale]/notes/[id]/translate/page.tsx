import { Page } from '#components/ui/page';
import { isLocale } from '#lib/convention/names';
import { directionOf, languageNames } from '#lib/text/languages';
import { blocksOf } from '#lib/notes/queries';
import { MissingPage } from '../../../missing-page';
import { placeName } from '../place-name';
import { readEdition, type NoteParams } from '../reading';

const order = ['untranslated', 'outdated', 'current'] as const;

/** Every block beside its source, with what is missing or older than the source first. */
export default async function Translate({ params, searchParams }: NoteParams) {
  const { locale, t, id, actor, seen, at, framed } = await readEdition({
    params,
    page: '/translate',
  });
  if (!seen) return <MissingPage locale={locale} />;
  const {
    edition: { sourceLocale, languages },
  } = seen;
  const asked = (await searchParams).language;
  const language =
    isLocale(asked) && asked !== sourceLocale
      ? asked
      : (languages.find((each) => each !== sourceLocale) ?? sourceLocale);
  const rows = (await blocksOf(actor, id, null))
    .map(({ key, kind, content }) => {
      const [source, own] = [content.texts[sourceLocale]?.text ?? '', content.texts[language]];
      return {
        key,
        kind,
        source,
        own: own?.text ?? '',
        state: !own
          ? ('untranslated' as const)
          : own.from !== undefined && own.from !== source
            ? ('outdated' as const)
            : ('current' as const),
      };
    })
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const title = t('notes.translate.title', { language: languageNames[language] });
  return (
    <Page title={title} {...framed}>
      <h1>{title}</h1>
      <p className="lead">{t('notes.translate.lead')}</p>
      <div className="scroll">
        <table className="list translating">
          <caption className="away">{t('notes.translate.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('notes.translate.block')}</th>
              <th scope="col">{t('notes.translate.state')}</th>
              <th scope="col">{t('notes.translate.source')}</th>
              <th scope="col">{t('notes.translate.translation')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, kind, source, own, state }) => (
              <tr key={key}>
                <th scope="row">
                  <a href={`${at}/blocks/${key}?language=${language}`}>{placeName(t, kind, '')}</a>
                </th>
                <td>{t(`notes.translate.${state}`)}</td>
                <td lang={sourceLocale} dir={directionOf(sourceLocale)}>
                  {source}
                </td>
                <td lang={language} dir={directionOf(language)}>
                  {own}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

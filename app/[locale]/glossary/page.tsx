import { Page } from '#components/ui/page';
import { ScrollableTable } from '#components/ui/scrollable-table';
import type { Locale } from '#lib/convention/names';
import { glossaryIn } from '#lib/text/glossary/glossary';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

type Term = ReturnType<typeof glossaryIn>[number];

/** The words of the other languages, each in its own. */
const OtherWords = ({ others }: Pick<Term, 'others'>) => (
  <ul className="plain">
    {others.map(({ locale, term }) => (
      <li key={locale} lang={locale} dir={directionOf(locale)}>
        {term}
      </li>
    ))}
  </ul>
);

/** The words of the register in the reader's language, what they mean, and those of the others. */
export default async function Glossary({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  return (
    <Page title={t('glossary.title')} site={t('site.name')}>
      <h1>{t('glossary.title')}</h1>
      <p className="lead">{t('glossary.lead')}</p>
      <ScrollableTable label={t('glossary.caption')}>
        <table>
          <caption className="away">{t('glossary.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="words">
                {t('glossary.term')}
              </th>
              <th scope="col" className="words">
                {t('glossary.meaning')}
              </th>
              <th scope="col" className="words">
                {t('glossary.others')}
              </th>
            </tr>
          </thead>
          <tbody>
            {glossaryIn(locale).map(({ concept, term, meaning, others }) => (
              <tr key={concept} id={concept}>
                <th scope="row">{term}</th>
                <td className="words">{meaning}</td>
                <td className="words">
                  <OtherWords others={others} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollableTable>
    </Page>
  );
}

import { locales, type Locale } from '#lib/convention/names';
import type { NeedView } from '#lib/needs/store/queries';
import type { Translation } from '#lib/needs/translations/translation';
import { formatInstant, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  need: NeedView;
  translations: readonly Translation[];
  mayTranslate: boolean;
}>;

type RowProps = Omit<Props, 'translations'> &
  Readonly<{ language: Locale; translation: Translation | undefined }>;

/** The state of the need in a language. */
const stateOf = ({ need, language, translation }: RowProps) =>
  language === need.language ? 'source' : (translation?.state ?? 'missing');

function LanguageRow(props: RowProps) {
  const { locale, t, need, language, translation, mayTranslate } = props;
  const isSource = language === need.language;
  // Names of people are for those who work on the need, as in its history.
  const by = translation && (need.working || mayTranslate) ? translation.by : undefined;
  return (
    <tr>
      <th scope="row" lang={language}>
        {languageNames[language]}
      </th>
      <td className="words">{t(`needTranslations.states.${stateOf(props)}`)}</td>
      <td>{translation ? formatNumber(locale, translation.ofVersion) : '–'}</td>
      <td className="words when">{translation ? formatInstant(locale, translation.at) : '–'}</td>
      <td className="words">{by ? <bdi>{by}</bdi> : '–'}</td>
      {mayTranslate ? (
        <td className="words">
          {isSource ? (
            '–'
          ) : (
            <a href={`/${locale}/needs/${need.id}/translation/${language}`}>
              {t('needTranslations.translateInto', { language: languageNames[language] })}
            </a>
          )}
        </td>
      ) : null}
    </tr>
  );
}

/** In which languages the text and the quoted passage of a need can be read. */
export function NeedTranslations({ locale, t, need, translations, mayTranslate }: Props) {
  const hasWords = need.text !== null || need.quote !== null;
  if (!hasWords || (translations.length === 0 && !mayTranslate)) return null;
  return (
    <section aria-labelledby="translations">
      <h2 id="translations">{t('needTranslations.title')}</h2>
      <p className="note">{t('needTranslations.lead')}</p>
      <div className="scroll">
        <table>
          <caption className="away">{t('needTranslations.caption')}</caption>
          <thead>
            <tr>
              {(['language', 'state', 'version', 'at', 'by'] as const).map((head) => (
                <th key={head} scope="col" className={head === 'version' ? undefined : 'words'}>
                  {t(`needTranslations.heads.${head}`)}
                </th>
              ))}
              {mayTranslate ? (
                <th scope="col" className="words">
                  {t('needTranslations.heads.work')}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {locales.map((language) => (
              <LanguageRow
                key={language}
                {...{ locale, t, need, language, mayTranslate }}
                translation={translations.find((each) => each.locale === language)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

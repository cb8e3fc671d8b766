import { translationState } from '#lib/assistance/activities/translations';
import type { Activity } from '#lib/assistance/activities/vocabulary';
import { locales } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

/** In which languages the note can print the description of an activity. */
export const ActivityTranslations = ({ t, content }: { t: Translate; content: Activity }) =>
  content.description === null ? null : (
    <div className="table">
      <table>
        <caption>{t('activityTexts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('activityTexts.language')}</th>
            <th scope="col">{t('activityTexts.state')}</th>
          </tr>
        </thead>
        <tbody>
          {locales.map((locale) => (
            <tr key={locale}>
              <th scope="row" lang={locale}>
                {languageNames[locale]}
              </th>
              <td>{t(`activityTexts.states.${translationState(content, locale)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

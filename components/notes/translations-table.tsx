import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

export type TranslationState = 'untranslated' | 'outdated' | 'current';
export type TranslationRow = Readonly<{
  key: string;
  name: string;
  source: string;
  translation: string;
  state: TranslationState;
}>;
type Props = Readonly<{
  t: Translate;
  notePath: string;
  language: Locale;
  sourceLocale: Locale;
  rows: readonly TranslationRow[];
}>;

/** Every block in the source language and in another one, side by side. */
export const TranslationsTable = ({ t, notePath, language, sourceLocale, rows }: Props) => (
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
        {rows.map(({ key, name, source, translation, state }) => (
          <tr key={key}>
            <th scope="row">
              <a href={`${notePath}/blocks/${key}?language=${language}`}>{name}</a>
            </th>
            <td>{t(`notes.translate.${state}`)}</td>
            <td lang={sourceLocale} dir={directionOf(sourceLocale)}>
              {source}
            </td>
            <td lang={language} dir={directionOf(language)}>
              {translation}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

import type { ReactNode } from 'react';
import type { Locale } from '#lib/convention/names';
import type { Translation } from '#lib/needs/translations/translation';
import type { Translate } from '#lib/text/i18n';
import { languageNames, writtenIn } from '#lib/text/languages';

type Props = Readonly<{
  t: Translate;
  field: 'text' | 'quote';
  /** The language of the original. */
  language: Locale | null;
  /** The translation into the reader's language, if there is one. */
  translation?: Translation;
  /** The original. */
  children: ReactNode;
}>;

/** A text in the language of the reader, marked as a translation, with the original behind it. */
export function TranslatedText({ t, field, language, translation, children }: Props) {
  const text = translation?.[field];
  if (!translation || !text) return children;
  return (
    <>
      <p className="written" {...writtenIn(translation.locale)}>
        {text}
      </p>
      <p className="note">{t(`needTranslations.notes.${translation.state}`)}</p>
      <details>
        <summary>
          {language
            ? t('needTranslations.originalIn', { language: languageNames[language] })
            : t('needTranslations.original')}
        </summary>
        <div id={`original-${field}`}>{children}</div>
      </details>
    </>
  );
}

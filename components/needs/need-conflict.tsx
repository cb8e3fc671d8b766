import type { ReactNode } from 'react';
import { needFacts } from '#components/needs/need-facts';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Since } from '#lib/needs/store/conflicts';
import type { FieldName } from '#lib/needs/model/fields';
import type { Merge } from '#lib/needs/model/merge';
import type { Vocabulary } from '#lib/needs/store/queries';
import {
  codesOfVocabulary,
  needDraft,
  type NeedContent,
  type NeedFields,
} from '#lib/needs/model/schema';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  typed: NeedFields;
  stored: NeedContent;
  vocabulary: Vocabulary;
  since: Since | undefined;
  merge: Merge;
  /** The form in which one chooses: its radios stand here, above it. */
  formId: string;
}>;

/**
 * What two people changed in the same need, field by field: what is taken over, what is kept, and
 * where one has to choose.
 */
export function NeedConflict({
  locale,
  t,
  typed,
  stored,
  vocabulary,
  since,
  merge,
  formId,
}: Props) {
  const mine = needDraft(codesOfVocabulary(vocabulary)).safeParse(typed);
  if (!mine.success) return null;
  const storedFacts = needFacts(locale, t, stored, vocabulary);
  const shown = (field: string): ReactNode =>
    storedFacts.find((fact) => fact.field === field)?.value ?? '–';
  // The chapter is part of the provision, and shown with the articles.
  const among = (fields: readonly FieldName[], field: string) =>
    fields.includes(field as FieldName) || (field === 'articles' && fields.includes('chapter'));
  const who = (field: string) => since?.changed.get(field as FieldName);
  const facts = needFacts(locale, t, mine.data, vocabulary);
  const rows = facts.filter(({ field }) =>
    [merge.both, merge.onlyMine, merge.onlyTheirs].some((fields) => among(fields, field)),
  );
  const radio = (field: string, value: 'mine' | 'stored', label: string) => (
    <div className="option">
      <input
        type="radio"
        id={`take-${field}-${value}`}
        name={`take.${field}`}
        value={value}
        form={formId}
        defaultChecked={value === 'mine'}
      />
      <label htmlFor={`take-${field}-${value}`}>{label}</label>
    </div>
  );
  const outcome = (field: string, term: string) => {
    if (among(merge.both, field)) {
      return (
        <fieldset>
          <legend className="away">{term}</legend>
          {radio(field, 'mine', t('conflict.keepMine'))}
          {radio(field, 'stored', t('conflict.takeStored'))}
        </fieldset>
      );
    }
    return among(merge.onlyTheirs, field) ? t('conflict.takenOver') : t('conflict.yoursKept');
  };
  return (
    <section>
      <p className="prose">{t('conflict.how')}</p>
      <div className="scroll">
        <table>
          <caption>{t('conflict.compare')}</caption>
          <thead>
            <tr>
              {(['field', 'yours', 'stored', 'outcome'] as const).map((column) => (
                <th key={column} scope="col" className="words">
                  {t(`conflict.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, term, value }) => {
              const changed = who(field);
              return (
                <tr key={field}>
                  <th scope="row">{term}</th>
                  <td className="words">{value}</td>
                  <td className="words">
                    {shown(field)}
                    {changed ? (
                      <p className="note">
                        {t('conflict.changedBy', {
                          name: changed.by,
                          at: formatInstant(locale, changed.at),
                        })}
                      </p>
                    ) : null}
                  </td>
                  <td className="words">{outcome(field, term)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

import type { ReactNode } from 'react';
import { needFacts } from '#components/needs/need-facts';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { ChangesSince } from '#lib/needs/store/conflicts';
import type { FieldName } from '#lib/needs/model/fields';
import type { Merge } from '#lib/needs/model/merge';
import type { Vocabulary } from '#lib/needs/store/queries';
import {
  vocabularyCodes,
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
  since: ChangesSince | undefined;
  merge: Merge;
  /** The id of the form that the radio buttons belong to; they stand outside of it. */
  formId: string;
}>;

// The chapter is part of the provision, which the articles show.
const among = (fields: readonly FieldName[], field: string) =>
  fields.includes(field as FieldName) || (field === 'articles' && fields.includes('chapter'));

const Radio = ({
  formId,
  field,
  value,
  label,
}: Readonly<{ formId: string; field: string; value: 'mine' | 'stored'; label: string }>) => (
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

type OfField = Pick<Props, 't' | 'merge' | 'formId'> & Readonly<{ field: string; term: string }>;

/** The choice if both changed the field, otherwise which change is kept. */
function Outcome({ t, merge, formId, field, term }: OfField) {
  if (among(merge.both, field)) {
    return (
      <fieldset>
        <legend className="away">{term}</legend>
        <Radio formId={formId} field={field} value="mine" label={t('conflict.keepMine')} />
        <Radio formId={formId} field={field} value="stored" label={t('conflict.takeStored')} />
      </fieldset>
    );
  }
  return among(merge.onlyTheirs, field) ? t('conflict.takenOver') : t('conflict.yoursKept');
}

const ConflictRow = ({
  locale,
  t,
  merge,
  formId,
  field,
  term,
  value,
  stored,
  changed,
}: OfField &
  Pick<Props, 'locale'> &
  Readonly<{
    value: ReactNode;
    stored: ReactNode;
    changed?: Readonly<{ by: string; at: string }>;
  }>) => (
  <tr>
    <th scope="row">{term}</th>
    <td className="words">{value}</td>
    <td className="words">
      {stored}
      {changed ? (
        <p className="note">
          {t('conflict.changedBy', {
            name: changed.by,
            at: formatInstant(locale, changed.at),
          })}
        </p>
      ) : null}
    </td>
    <td className="words">
      <Outcome {...{ t, merge, formId, field, term }} />
    </td>
  </tr>
);

/** What two people changed in the same need, field by field, with a choice where both changed it. */
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
  const mine = needDraft(vocabularyCodes(vocabulary)).safeParse(typed);
  if (!mine.success) return null;
  const storedFacts = needFacts(locale, t, stored, vocabulary);
  const shown = (field: string): ReactNode =>
    storedFacts.find((fact) => fact.field === field)?.value ?? '–';
  const who = (field: string) => since?.changed.get(field as FieldName);
  const facts = needFacts(locale, t, mine.data, vocabulary);
  const rows = facts.filter(({ field }) =>
    [merge.both, merge.onlyMine, merge.onlyTheirs].some((fields) => among(fields, field)),
  );
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
            {rows.map(({ field, term, value }) => (
              <ConflictRow
                key={field}
                {...{ locale, t, merge, formId, field, term, value }}
                stored={shown(field)}
                changed={who(field)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

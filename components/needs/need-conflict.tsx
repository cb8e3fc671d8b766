import type { ReactNode } from 'react';
import { needFacts } from '#components/needs/need-facts';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/i18n';
import type { Vocabulary } from '#lib/needs/queries';
import { codesOfVocabulary, fieldsOf, needDraft, type NeedContent, type NeedFields } from '#lib/needs/schema';

type Props = Readonly<{ locale: Locale; t: Translate; typed: NeedFields; stored: NeedContent; vocabulary: Vocabulary }>;

/** Both texts side by side, field by field, where two people changed the same need. */
export function NeedConflict({ locale, t, typed, stored, vocabulary }: Props) {
  const mine = needDraft(codesOfVocabulary(vocabulary)).safeParse(typed);
  if (!mine.success) return null;
  const [yours, theirs] = [fieldsOf(mine.data), fieldsOf(stored)];
  const differs = (field: string) => JSON.stringify(yours[field as keyof NeedFields]) !== JSON.stringify(theirs[field as keyof NeedFields]);
  const storedFacts = needFacts(locale, t, stored, vocabulary);
  const shown = (field: string): ReactNode => storedFacts.find((fact) => fact.field === field)?.value ?? '–';
  const rows = needFacts(locale, t, mine.data, vocabulary).filter(({ field }) => differs(field));
  return (
    <section className="scroll">
      <p className="prose">{t('conflict.how')}</p>
      <table>
        <caption>{t('conflict.compare')}</caption>
        <thead><tr>{(['field', 'yours', 'stored'] as const).map((column) => <th key={column} scope="col" className="words">{t(`conflict.${column}`)}</th>)}</tr></thead>
        <tbody>{rows.map(({ field, term, value }) => <tr key={field}><th scope="row">{term}</th><td className="words">{value}</td><td className="words">{shown(field)}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

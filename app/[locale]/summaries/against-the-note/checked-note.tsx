import type { ReactNode } from 'react';
import { NoteScope, PlaceLinks, SpecialRules } from '#components/published/checked-note-parts';
import { NumbersTable } from '#components/published/numbers-table';
import { LargeNumbers } from '#components/summaries/totals';
import { Notice } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { checkNote } from '#lib/counting/published/queries';
import type { PublishedNote } from '#lib/counting/published/vocabulary';
import { namesOf } from '../read-summary';

type Props = Readonly<{
  actor: Actor;
  locale: Locale;
  note: PublishedNote;
  title: string;
  withTexts: boolean;
  children?: ReactNode;
}>;

const verdicts = ['same', 'by-rule', 'contradiction', 'differs'] as const;
type Verdict = (typeof verdicts)[number];

/**
 * A published note compared number by number: how many agree, and each paragraph and table beside
 * the register.
 */
export async function CheckedNote({ actor, locale, note, title, withTexts, children }: Props) {
  const t = translator(locale);
  const [{ revision, checked }, names] = await Promise.all([
    checkNote(actor, note),
    namesOf(actor, locale),
  ]);
  const places = [...new Set(note.numbers.map(({ where }) => where))];
  const numberOf = (wanted: Verdict) => checked.filter(({ verdict }) => verdict === wanted).length;
  const differing = numberOf('differs');
  const totals = verdicts.map((verdict) => ({
    id: `verdict-${verdict}`,
    label: t(`published.verdicts.${verdict}`),
    n: numberOf(verdict),
  }));
  return (
    <>
      <p className="lead">{t('published.lead', { count: checked.length, note: title })}</p>
      <NoteScope {...{ locale, t, note, revision }} />
      <LargeNumbers {...{ locale, t, totals }} />
      {differing > 0 ? (
        <Notice>
          <p>{t('published.otherData', { count: differing })}</p>
        </Notice>
      ) : null}
      {children}
      <PlaceLinks t={t} places={places} />
      <SpecialRules t={t} checked={checked} />
      <h2>{t('published.numbers')}</h2>
      <div className="published">
        {places.map((where) => (
          <NumbersTable
            key={where}
            {...{ locale, t, names, note, where, withTexts }}
            checked={checked.filter(({ number }) => number.where === where)}
          />
        ))}
      </div>
    </>
  );
}

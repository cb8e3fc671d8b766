import { placeId, placeText } from '#components/published/numbers-table';
import type { CheckedNumber } from '#lib/counting/published/check-note';
import { isSpecialRule, noteRules, type PublishedNote } from '#lib/counting/published/vocabulary';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; note: PublishedNote }>;

/** Until when the note counted, and at which revision the register is compared. */
export function NoteScope({ locale, t, note, revision }: Props & Readonly<{ revision: number }>) {
  const { cycle, chapters, cutoff, previousCutoff } = note;
  return (
    <div className="said">
      {t('published.said', {
        date: formatDate(locale, cutoff),
        cycle: String(cycle),
        chapter: chapters.join(', '),
      })}{' '}
      {previousCutoff
        ? t('published.saidSince', { date: formatDate(locale, previousCutoff) })
        : null}{' '}
      <span className="note">{t('summaries.asOf', { revision })}</span>
    </div>
  );
}

/** Links to the paragraphs and tables of the note. */
export const PlaceLinks = ({
  t,
  places,
}: Readonly<{ t: Translate; places: readonly string[] }>) => (
  <nav aria-label={t('published.places')}>
    <ul className="places">
      {places.map((where) => (
        <li key={where}>
          <a href={`#${placeId(where)}`}>{placeText({ t }, where)}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The special rules by which some numbers agree; nothing where there are none. */
export function SpecialRules({
  t,
  checked,
}: Readonly<{ t: Translate; checked: readonly CheckedNumber[] }>) {
  const isUsed = (rule: string) =>
    checked.some(({ number, verdict }) => number.rule === rule && verdict === 'by-rule');
  const rules = noteRules.filter((rule) => isSpecialRule(rule) && isUsed(rule));
  if (rules.length === 0) return null;
  return (
    <>
      <h2>{t('published.rulesTitle')}</h2>
      <p className="prose">{t('published.rulesLead')}</p>
      <dl className="facts">
        {rules.map((rule) => (
          <div key={rule}>
            <dt>{rule}</dt>
            <dd>{t(`published.rules.${rule}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

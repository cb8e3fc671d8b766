import type { ReactNode } from 'react';
import { NumbersTable, placeId, placeText } from '#components/published/numbers-table';
import { LargeNumbers } from '#components/summaries/totals';
import { Notice } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { againstNote } from '#lib/counting/published/queries';
import { isSpecial, noteRules, type PublishedNote } from '#lib/counting/published/vocabulary';
import { namesOf } from '../reading';

type Props = Readonly<{
  actor: Actor;
  locale: Locale;
  note: PublishedNote;
  title: string;
  withTexts: boolean;
  children?: ReactNode;
}>;
const verdicts = ['same', 'by-rule', 'contradiction', 'differs'] as const;

/**
 * A published note number by number: how many agree, and each paragraph and table beside the
 * register.
 */
export async function CheckedNote({ actor, locale, note, title, withTexts, children }: Props) {
  const t = translator(locale);
  const [{ revision, checked }, names] = await Promise.all([
    againstNote(actor, note),
    namesOf(actor, locale),
  ]);
  const places = [...new Set(note.numbers.map(({ where }) => where))];
  const found = (verdict: (typeof verdicts)[number]) =>
    checked.filter((each) => each.verdict === verdict).length;
  const rules = noteRules.filter(
    (rule) =>
      isSpecial(rule) &&
      checked.some(({ number, verdict }) => number.rule === rule && verdict === 'by-rule'),
  );
  const { cycle, chapters, cutoff, previousCutoff } = note;
  return (
    <>
      <p className="lead">{t('published.lead', { count: checked.length, note: title })}</p>
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
      <LargeNumbers
        locale={locale}
        t={t}
        totals={verdicts.map((verdict) => ({
          id: `verdict-${verdict}`,
          label: t(`published.verdicts.${verdict}`),
          n: found(verdict),
        }))}
      />
      {found('differs') > 0 ? (
        <Notice>
          <p>{t('published.otherData', { count: found('differs') })}</p>
        </Notice>
      ) : null}
      {children}
      <nav aria-label={t('published.places')}>
        <ul className="places">
          {places.map((where) => (
            <li key={where}>
              <a href={`#${placeId(where)}`}>{placeText({ t }, where)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {rules.length > 0 ? (
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
      ) : null}
      <h2>{t('published.numbers')}</h2>
      <div className="published">
        {places.map((where) => (
          <NumbersTable
            key={where}
            locale={locale}
            t={t}
            names={names}
            where={where}
            checked={checked.filter(({ number }) => number.where === where)}
            withTexts={withTexts}
          />
        ))}
      </div>
    </>
  );
}

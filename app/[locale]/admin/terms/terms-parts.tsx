import { ChangesTable, nameIn, TermsTable } from '#components/terms/terms-tables';
import type { Locale } from '#lib/convention/names';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { TermChangeView, TermView } from '#lib/needs/terms/queries';
import { termKinds, type TermKind } from '#lib/needs/terms/vocabulary';
import type { Translate } from '#lib/text/i18n';

type Common = Readonly<{ locale: Locale; t: Translate }>;

/** Links to the parts of the page. */
export function TermsContents({ t }: Pick<Common, 't'>) {
  const links = [
    ...termKinds.map((kind) => ({ id: `terms-${kind}`, text: t(`terms.kinds.${kind}`) })),
    { id: 'add', text: t('terms.add') },
    { id: 'history', text: t('terms.history') },
  ];
  return (
    <ul className="tools">
      {links.map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

type KindProps = Common & Readonly<{ kind: TermKind; terms: readonly TermView[] }>;

/** The terms of one kind that are in force. */
export const TermsOfKind = ({ locale, t, kind, terms }: KindProps) => (
  <section aria-labelledby={`terms-${kind}`}>
    <h2 id={`terms-${kind}`}>{t(`terms.kinds.${kind}`)}</h2>
    <TermsTable locale={locale} t={t} kind={kind} terms={terms} />
  </section>
);

type HistoryProps = Common &
  Readonly<{ changes: readonly TermChangeView[]; everyTerm: Vocabulary }>;

/** The changes of the vocabulary. */
export function TermsHistory({ locale, t, changes, everyTerm }: HistoryProps) {
  const { subcategories: subcategory, topics: topic, tags: tag } = everyTerm;
  const terms = { subcategory, topic, tag };
  return (
    <>
      <h2 id="history">{t('terms.history')}</h2>
      {changes.length === 0 ? (
        <p>{t('terms.noHistory')}</p>
      ) : (
        <ChangesTable
          locale={locale}
          t={t}
          changes={changes}
          nameOf={(kind, code) => nameIn(terms[kind], code, locale)}
        />
      )}
    </>
  );
}

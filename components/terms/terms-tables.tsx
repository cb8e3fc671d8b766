import { Table } from '#components/summaries/table';
import { categoryName } from '#lib/convention/categories';
import type { Locale, Names } from '#lib/convention/names';
import { formatDate, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { TermChangeView, TermView } from '#lib/needs/terms/queries';
import type { TermKind } from '#lib/needs/terms/vocabulary';

type Props = Readonly<{ locale: Locale; t: Translate }>;
const textHeads = (heads: readonly string[]) =>
  heads.map((head, i) => (
    <span key={i} className="words">
      {head}
    </span>
  ));

/** The terms of a kind that are in force, each with a link to change it. */
export function TermsTable({
  locale,
  t,
  kind,
  terms,
}: Props & { kind: TermKind; terms: readonly TermView[] }) {
  const hasCategory = kind === 'subcategory';
  return (
    <Table
      labelledBy={`terms-${kind}`}
      heads={textHeads([
        t('terms.name'),
        ...(hasCategory ? [t('needs.category')] : []),
        t('terms.code'),
        t('terms.change'),
      ])}
    >
      {terms.map(({ code, names, category }) => (
        <tr key={code}>
          <th scope="row">{names[locale]}</th>
          {hasCategory ? (
            <td className="words">{category ? categoryName(category, locale) : ''}</td>
          ) : null}
          <td className="words">
            <bdi dir="ltr">{code}</bdi>
          </td>
          <td className="words">
            <a
              href={`/${locale}/admin/terms/change?kind=${kind}&code=${code}`}
              aria-label={t('terms.changeWhat', { name: names[locale] })}
            >
              {t('terms.change')}
            </a>
          </td>
        </tr>
      ))}
    </Table>
  );
}

type ChangesProps = Props & {
  changes: readonly TermChangeView[];
  nameOf: (kind: TermKind, code: string) => string;
};

/** The address of the summary that shows the terms of a kind as they were on a date. */
const summaryAddress = (locale: Locale, { kind, decidedOn }: TermChangeView) => {
  const page = kind === 'subcategory' ? 'categories/capacity-building' : 'cross-cutting';
  return `/${locale}/summaries/${page}?chapter=II&vocabulary=${decidedOn}`;
};

function ChangeRow({
  locale,
  t,
  change,
  nameOf,
}: Omit<ChangesProps, 'changes'> & { change: TermChangeView }) {
  const { id, kind, verb, code, into, decidedOn, by } = change;
  const replacements = into.map((each) => nameOf(kind, each));
  return (
    <tr>
      <th scope="row" className="when">
        {formatDate(locale, decidedOn)}
      </th>
      <td className="words">{t(`terms.verbs.${verb}`)}</td>
      <td className="words">{nameOf(kind, code)}</td>
      <td className="words">
        {formatList(locale, replacements)}
        {into.length > 0 ? (
          <>
            <br />
            <a href={`/${locale}/admin/terms/recode?change=${id}`}>{t('terms.toRecode')}</a>
          </>
        ) : null}
      </td>
      <td className="words">{by}</td>
      <td className="words">
        <a href={summaryAddress(locale, change)}>
          {t('terms.ofDate', { date: formatDate(locale, decidedOn) })}
        </a>
      </td>
    </tr>
  );
}

/** The changes of the vocabulary, with links to the needs to recode and to the summaries of then. */
export const ChangesTable = ({ locale, t, changes, nameOf }: ChangesProps) => (
  <Table
    labelledBy="history"
    heads={textHeads([
      t('terms.decidedOn'),
      t('terms.what'),
      t('terms.term'),
      t('terms.into'),
      t('terms.by'),
      t('terms.read'),
    ])}
  >
    {changes.map((change) => (
      <ChangeRow key={change.id} locale={locale} t={t} change={change} nameOf={nameOf} />
    ))}
  </Table>
);

/** Returns the name of a term, or its code if the term is not known. */
export const nameIn = (
  terms: readonly Readonly<{ code: string; names: Names }>[],
  code: string,
  locale: Locale,
): string => terms.find((term) => term.code === code)?.names[locale] ?? code;

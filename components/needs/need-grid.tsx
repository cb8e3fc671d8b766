import type { ReactNode } from 'react';
import { NeedStatus } from '#components/needs/need-facts';
import { errorOf, type FormError } from '#components/ui/error-summary';
import {
  categoryCodes,
  categoryName,
  categoryShortName,
  type Category,
} from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import type { GridRow } from '#lib/needs/model/grid-row';
import type { NeedOfReview } from '#lib/needs/store/review-needs';
import type { Vocabulary } from '#lib/needs/store/queries';

export type GridField = 'coding' | 'articles' | 'general' | 'priority' | 'language' | 'text';
export type GridEntry = Readonly<{ row: GridRow; need: NeedOfReview }>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  by: string;
  page: number;
  entries: readonly GridEntry[];
  /** The ids of the needs that somebody else has changed since the grid was shown. */
  changedRows: ReadonlySet<string | undefined>;
  /** The names of the columns. */
  names: Readonly<Record<GridField, string>>;
  errors: readonly FormError[];
  vocabulary: Vocabulary;
}>;

/**
 * Category and subcategory as one choice. The current choice stays on offer even if the two
 * contradict each other.
 */
function CodingOptions({
  locale,
  t,
  vocabulary,
  current,
}: {
  locale: Locale;
  t: Translate;
  vocabulary: Vocabulary;
  current: string;
}) {
  const subcategoriesOf = (category: Category) =>
    vocabulary.subcategories.filter((each) => each.category === category);
  const known = categoryCodes.flatMap((category) => [
    `${category}/`,
    ...subcategoriesOf(category).map(({ code }) => `${category}/${code}`),
  ]);
  return (
    <>
      <option value="">{t('grid.notChosen')}</option>
      {current !== '' && !known.includes(current) ? (
        <option value={current}>{current}</option>
      ) : null}
      {categoryCodes.map((category) => {
        const subcategories = subcategoriesOf(category);
        if (subcategories.length === 0)
          return (
            <option key={category} value={`${category}/`}>
              {categoryName(category, locale)}
            </option>
          );
        return (
          <optgroup key={category} label={categoryName(category, locale)}>
            <option value={`${category}/`}>
              {t('grid.openSubcategory', { category: categoryShortName(category, locale) })}
            </option>
            {subcategories.map(({ code, names }) => (
              <option key={code} value={`${category}/${code}`}>
                {names[locale]}
              </option>
            ))}
          </optgroup>
        );
      })}
    </>
  );
}

/** The stored values of a row, in the form in which they are compared with what was typed. */
const storedValues = ({
  content,
}: Pick<NeedOfReview, 'content'>): Readonly<Record<GridField, string>> => ({
  coding: `${content.category ?? ''}/${content.subcategory ?? ''}`,
  articles: content.articles.join('; '),
  general: content.general ? '✓' : '–',
  priority: String(content.priority ?? ''),
  language: content.language ?? '',
  text: content.text ?? '',
});

/** A stored value in the reader's language. */
function displayValue(
  locale: Locale,
  { content }: Pick<NeedOfReview, 'content'>,
  field: GridField,
  { subcategories }: Vocabulary,
): string {
  if (field === 'language') return content.language ? languageNames[content.language] : '–';
  if (field !== 'coding') return storedValues({ content })[field] || '–';
  const names = [
    content.category ? categoryShortName(content.category, locale) : undefined,
    subcategories.find(({ code }) => code === content.subcategory)?.names[locale],
  ];
  return names.filter((name) => name !== undefined).join(' › ') || '–';
}

const needFieldOf = {
  coding: 'category',
  articles: 'articles',
  general: 'articles',
  priority: 'priority',
  language: 'language',
  text: 'text',
} as const;
/** Whether the last return left the field closed. */
const isClosed = ({ status, reopened }: NeedOfReview, field: GridField): boolean =>
  status === 'returned' && reopened.length > 0 && !reopened.includes(needFieldOf[field]);

type Grid = Pick<Props, 'locale' | 't' | 'changedRows' | 'names' | 'errors' | 'vocabulary'>;
type Line = Grid & Readonly<{ n: number; entry: GridEntry }>;
type Control = Readonly<{
  id: string;
  name: string;
  'aria-label': string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}>;

/** A closed field: its value is read-only, and sent unchanged. */
function ClosedCell({
  locale,
  entry: { row, need },
  field,
  names,
  vocabulary,
}: Line & { field: GridField }) {
  const value = { ...storedValues(need), general: need.content.general ? '1' : '' }[field];
  return (
    <td className="words" data-label={names[field]}>
      {displayValue(locale, need, field, vocabulary)}
      {value ? <input type="hidden" name={`${row.id}.${field}`} value={value} /> : null}
    </td>
  );
}

/** A field of a row, with its error and, after a conflict, the stored value. */
function Cell({
  field,
  children,
  ...line
}: Line & Readonly<{ field: GridField; children: (props: Control) => ReactNode }>) {
  const {
    locale,
    t,
    n,
    entry: { row, need },
    changedRows,
    names,
    errors,
    vocabulary,
  } = line;
  const id = `${row.id}.${field}`;
  const error = errorOf(errors, id);
  if (isClosed(need, field)) return <ClosedCell {...line} field={field} />;
  const typed = { ...row, general: row.general ? '✓' : '–', coding: row.coding || '/' }[field];
  const differs = changedRows.has(row.id) && storedValues(need)[field] !== typed;
  return (
    <td className={error ? 'words bad' : 'words'} data-label={names[field]}>
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {children({
        id,
        name: id,
        'aria-label': t('grid.cell', { field: names[field], row: n }),
        'aria-describedby': error ? `${id}-error` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {differs ? (
        <p className="note">
          {t('grid.stored', { value: displayValue(locale, need, field, vocabulary) })}
        </p>
      ) : null}
    </td>
  );
}

/** The need of a row, and its version. */
function RowHead({ locale, t, n, entry: { row, need }, changedRows }: Line) {
  return (
    <th scope="row">
      <a href={`/${locale}/needs/${row.id}`}>
        <bdi>
          {n}. {need.reference ?? t('needs.noReference')}
        </bdi>
      </a>{' '}
      <NeedStatus t={t} status={need.status} />
      <input type="hidden" name="need" value={row.id} />
      {/* After a conflict the row continues from the stored version. */}
      <input
        type="hidden"
        name={`${row.id}.version`}
        value={changedRows.has(row.id) ? need.version : row.version}
      />
    </th>
  );
}

function GridLine({ n, entry, ...grid }: Line) {
  const { row } = entry;
  const { locale, t, vocabulary } = grid;
  return (
    <tr>
      <RowHead {...grid} n={n} entry={entry} />
      <Cell {...grid} n={n} entry={entry} field="coding">
        {(props) => (
          <select {...props} defaultValue={row.coding}>
            <CodingOptions locale={locale} t={t} vocabulary={vocabulary} current={row.coding} />
          </select>
        )}
      </Cell>
      <Cell {...grid} n={n} entry={entry} field="articles">
        {(props) => <input {...props} type="text" size={8} defaultValue={row.articles} />}
      </Cell>
      <Cell {...grid} n={n} entry={entry} field="general">
        {(props) => <input {...props} type="checkbox" value="1" defaultChecked={row.general} />}
      </Cell>
      <Cell {...grid} n={n} entry={entry} field="priority">
        {(props) => (
          <input {...props} type="text" size={3} inputMode="numeric" defaultValue={row.priority} />
        )}
      </Cell>
      <Cell {...grid} n={n} entry={entry} field="language">
        {(props) => (
          <select {...props} defaultValue={row.language}>
            <option value="">–</option>
            {locales.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </select>
        )}
      </Cell>
      <Cell {...grid} n={n} entry={entry} field="text">
        {(props) => (
          <textarea
            {...props}
            rows={3}
            dir="auto"
            lang={row.language || undefined}
            defaultValue={row.text}
          />
        )}
      </Cell>
    </tr>
  );
}

/** Drafts as rows of one form. All rows are sent, and the server saves those that differ. */
export function NeedGrid({ action, by, page, entries, ...grid }: Props) {
  const { t, names } = grid;
  return (
    <form method="post" action={action} noValidate className="grid">
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="page" value={page} />
      <div className="scroll">
        <table>
          <caption className="away">{t('grid.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="words">
                {t('needs.reference')}
              </th>
              {(Object.keys(names) as GridField[]).map((field) => (
                <th key={field} scope="col" className="words">
                  {names[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, i) => (
              <GridLine key={entry.row.id} {...grid} n={i + 1} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="buttons">
        <button className="button">{t('grid.save')}</button>
      </div>
    </form>
  );
}

import type { ReactNode } from 'react';
import { NeedStatus } from '#components/needs/need-facts';
import { errorOf, type ShownError } from '#components/ui/error-summary';
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
import type { NeedOfReview } from '#lib/needs/store/of-review';
import type { Vocabulary } from '#lib/needs/store/queries';

type Field = 'coding' | 'articles' | 'general' | 'priority' | 'language' | 'text';
export type GridEntry = Readonly<{ row: GridRow; need: NeedOfReview }>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  by: string;
  page: number;
  rows: readonly GridEntry[];
  moved: ReadonlySet<string | undefined>;
  fields: Readonly<Record<Field, string>>;
  errors: readonly ShownError[];
  vocabulary: Vocabulary;
}>;

/**
 * Category and subcategory as one choice; the present one stays on offer also where the two
 * contradict each other.
 */
function CodingOptions({
  locale,
  t,
  vocabulary,
  present,
}: {
  locale: Locale;
  t: Translate;
  vocabulary: Vocabulary;
  present: string;
}) {
  const below = (category: Category) =>
    vocabulary.subcategories.filter((each) => each.category === category);
  const known = categoryCodes.flatMap((category) => [
    `${category}/`,
    ...below(category).map(({ code }) => `${category}/${code}`),
  ]);
  return (
    <>
      <option value="">{t('grid.notChosen')}</option>
      {present !== '' && !known.includes(present) ? (
        <option value={present}>{present}</option>
      ) : null}
      {categoryCodes.map((category) => {
        const subcategories = below(category);
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

/** The short fields of what is stored, as they are compared with what was typed. */
const storedIn = ({ content }: Pick<NeedOfReview, 'content'>): Readonly<Record<Field, string>> => ({
  coding: `${content.category ?? ''}/${content.subcategory ?? ''}`,
  articles: content.articles.join('; '),
  general: content.general ? '✓' : '–',
  priority: String(content.priority ?? ''),
  language: content.language ?? '',
  text: content.text ?? '',
});

/** The same as a reader reads them. */
function saidIn(
  locale: Locale,
  { content }: Pick<NeedOfReview, 'content'>,
  field: Field,
  { subcategories }: Vocabulary,
): string {
  if (field === 'language') return content.language ? languageNames[content.language] : '–';
  if (field !== 'coding') return storedIn({ content })[field] || '–';
  const names = [
    content.category ? categoryShortName(content.category, locale) : undefined,
    subcategories.find(({ code }) => code === content.subcategory)?.names[locale],
  ];
  return names.filter((name) => name !== undefined).join(' › ') || '–';
}

const fieldOfCell = {
  coding: 'category',
  articles: 'articles',
  general: 'articles',
  priority: 'priority',
  language: 'language',
  text: 'text',
} as const;
/** Whether a return left this closed. It stands there to be read, and is sent as it is. */
const isClosed = ({ status, reopened }: NeedOfReview, field: Field): boolean =>
  status === 'returned' && reopened.length > 0 && !reopened.includes(fieldOfCell[field]);

type Grid = Pick<Props, 'locale' | 't' | 'moved' | 'fields' | 'errors' | 'vocabulary'>;
type Line = Grid & Readonly<{ n: number; entry: GridEntry }>;
type Control = Readonly<{
  id: string;
  name: string;
  'aria-label': string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}>;

/** A field that a return left closed: its value to be read, and sent as it is. */
function ClosedCell({
  locale,
  entry: { row, need },
  field,
  fields,
  vocabulary,
}: Line & { field: Field }) {
  const kept = { ...storedIn(need), general: need.content.general ? '1' : '' }[field];
  return (
    <td className="words" data-label={fields[field]}>
      {saidIn(locale, need, field, vocabulary)}
      {kept ? <input type="hidden" name={`${row.id}.${field}`} value={kept} /> : null}
    </td>
  );
}

/** A field of a row, with its error and, after a conflict, what is stored. */
function Cell({
  field,
  children,
  ...line
}: Line & Readonly<{ field: Field; children: (props: Control) => ReactNode }>) {
  const {
    locale,
    t,
    n,
    entry: { row, need },
    moved,
    fields,
    errors,
    vocabulary,
  } = line;
  const id = `${row.id}.${field}`;
  const error = errorOf(errors, id);
  if (isClosed(need, field)) return <ClosedCell {...line} field={field} />;
  const typed = { ...row, general: row.general ? '✓' : '–', coding: row.coding || '/' }[field];
  const differs = moved.has(row.id) && storedIn(need)[field] !== typed;
  return (
    <td className={error ? 'words bad' : 'words'} data-label={fields[field]}>
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {children({
        id,
        name: id,
        'aria-label': t('grid.cell', { field: fields[field], row: n }),
        'aria-describedby': error ? `${id}-error` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {differs ? (
        <p className="note">
          {t('grid.stored', { value: saidIn(locale, need, field, vocabulary) })}
        </p>
      ) : null}
    </td>
  );
}

/** Which need a row is of, with its version. */
function RowHead({ locale, t, n, entry: { row, need }, moved }: Line) {
  return (
    <th scope="row">
      <a href={`/${locale}/needs/${row.id}`}>
        <bdi>
          {n}. {need.reference ?? t('needs.noReference')}
        </bdi>
      </a>{' '}
      <NeedStatus t={t} status={need.status} />
      <input type="hidden" name="need" value={row.id} />
      {/* After a conflict the row goes on from what is stored now. */}
      <input
        type="hidden"
        name={`${row.id}.version`}
        value={moved.has(row.id) ? need.version : row.version}
      />
    </th>
  );
}

/** One draft. */
function GridLine({ n, entry, ...grid }: Line) {
  const { row } = entry;
  const { locale, t, vocabulary } = grid;
  return (
    <tr>
      <RowHead {...grid} n={n} entry={entry} />
      <Cell {...grid} n={n} entry={entry} field="coding">
        {(props) => (
          <select {...props} defaultValue={row.coding}>
            <CodingOptions locale={locale} t={t} vocabulary={vocabulary} present={row.coding} />
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

/**
 * Drafts as rows of one form. It works without scripts: every row is sent, and the server keeps
 * those that differ.
 */
export function NeedGrid({ action, by, page, rows, ...grid }: Props) {
  const { t, fields } = grid;
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
              {(Object.keys(fields) as Field[]).map((field) => (
                <th key={field} scope="col" className="words">
                  {fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((entry, i) => (
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

import { OriginMark } from '#components/needs/origin-mark';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField } from '#components/ui/field';
import { articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryShortName } from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { languageNames, writtenIn } from '#lib/text/languages';
import type { NeedOfReview } from '#lib/needs/store/review-needs';
import type { AssessmentRow } from '#lib/needs/model/self-assessment-rows';

export type AssessmentField = 'needed' | 'category' | 'description' | 'provided';
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  by: string;
  batch: string;
  language: string;
  rows: readonly AssessmentRow[];
  /** The drafts that were made from the self-assessment. */
  drafts: readonly NeedOfReview[];
  /** The names of the columns. */
  names: Readonly<Record<AssessmentField, string>>;
  errors: readonly FormError[];
}>;

type Row = Pick<Props, 'locale' | 't' | 'drafts' | 'names' | 'errors'> &
  Readonly<{ row: AssessmentRow }>;

/** The attributes of a control in a row, and its error. */
function controlOf({ t, names, errors, row: { key, article } }: Row, field: AssessmentField) {
  const id = `${key}.${field}`;
  const error = errorOf(errors, id);
  return {
    error: error ? (
      <p className="error" id={`${id}-error`}>
        {error}
      </p>
    ) : null,
    props: {
      id,
      name: id,
      'aria-label': t('selfAssessment.cell', { field: names[field], article }),
      'aria-describedby': error ? `${id}-error` : undefined,
      'aria-invalid': error ? (true as const) : undefined,
    },
  };
}

/** The article of a row, with its drafts. */
function ArticleHead({ locale, t, drafts, row }: Row) {
  const ofArticle = drafts.filter(({ content }) => content.articles.includes(row.article));
  return (
    <th scope="row">
      {row.article} · {articleTitle(row.article, locale)}
      <input type="hidden" name="row" value={row.key} />
      {row.key === String(row.article)
        ? ofArticle.map((need) => (
            <p key={need.id} className="note">
              <a href={`/${locale}/needs/${need.id}`} {...writtenIn(need.content.language)}>
                {(need.content.text ?? t('needs.noReference')).slice(0, 60)}
              </a>
              <OriginMark t={t} need={need} />
            </p>
          ))
        : null}
    </th>
  );
}

function AssessmentLine(line: Row) {
  const { locale, names, row } = line;
  const control = (field: AssessmentField) => controlOf(line, field);
  return (
    <tr>
      <ArticleHead {...line} />

      <td className="words" data-label={names.needed}>
        {control('needed').error}
        <input {...control('needed').props} type="checkbox" value="1" defaultChecked={row.needed} />
      </td>
      <td className="words" data-label={names.category}>
        {control('category').error}
        <select {...control('category').props} defaultValue={row.category}>
          <option value="">–</option>
          {categoryCodes.map((code) => (
            <option key={code} value={code}>
              {categoryShortName(code, locale)}
            </option>
          ))}
        </select>
      </td>
      <td className="words" data-label={names.description}>
        {control('description').error}
        <textarea
          {...control('description').props}
          rows={2}
          dir="auto"
          defaultValue={row.description}
        />
      </td>
      <td className="words" data-label={names.provided}>
        {control('provided').error}
        <input {...control('provided').props} type="text" dir="auto" defaultValue={row.provided} />
      </td>
    </tr>
  );
}

type TableProps = Omit<Row, 'row'> & Pick<Props, 'rows'>;

const AssessmentTable = ({ locale, t, rows, drafts, names, errors }: TableProps) => (
  <div className="scroll">
    <table>
      <caption className="away">{t('selfAssessment.caption')}</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            {t('selfAssessment.columns.article')}
          </th>
          {(Object.keys(names) as AssessmentField[]).map((field) => (
            <th key={field} scope="col" className="words">
              {names[field]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <AssessmentLine key={row.key} {...{ locale, t, drafts, names, errors, row }} />
        ))}
      </tbody>
    </table>
  </div>
);

/** The self-assessment checklist of a review: a row for each of its articles. */
export function AssessmentForm({
  locale,
  t,
  action,
  by,
  batch,
  language,
  rows,
  drafts,
  names,
  errors,
}: Props) {
  return (
    <form method="post" action={action} noValidate className="grid">
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="batch" value={batch} />
      <SelectField
        name="language"
        label={t('selfAssessment.language')}
        options={locales.map((value) => ({ value, label: languageNames[value], lang: value }))}
        defaultValue={language}
        error={errorOf(errors, 'language')}
      />
      <AssessmentTable {...{ locale, t, rows, drafts, names, errors }} />
      <div className="buttons">
        <button className="button">{t('selfAssessment.make')}</button>
      </div>
    </form>
  );
}

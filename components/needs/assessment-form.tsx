import { OriginMark } from '#components/needs/origin-mark';
import { errorOf, type ShownError } from '#components/ui/error-summary';
import { SelectField } from '#components/ui/field';
import { articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryShortName } from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import type { NeedOfReview } from '#lib/needs/store/of-review';
import type { AssessmentRow } from '#lib/needs/model/self-assessment-rows';

type Field = 'needed' | 'category' | 'description' | 'provided';
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  by: string;
  batch: string;
  language: string;
  rows: readonly AssessmentRow[];
  taken: readonly NeedOfReview[];
  fields: Readonly<Record<Field, string>>;
  errors: readonly ShownError[];
}>;

/** One row for every article of the review: what the checklist says of technical assistance. */
export function AssessmentForm({
  locale,
  t,
  action,
  by,
  batch,
  language,
  rows,
  taken,
  fields,
  errors,
}: Props) {
  const control = ({ key, article }: AssessmentRow, field: Field) => {
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
        'aria-label': t('selfAssessment.cell', { field: fields[field], article }),
        'aria-describedby': error ? `${id}-error` : undefined,
        'aria-invalid': error ? (true as const) : undefined,
      },
    };
  };
  const drafts = (article: number) =>
    taken.filter(({ content }) => content.articles.includes(article));
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
      <div className="scroll">
        <table>
          <caption className="away">{t('selfAssessment.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="words">
                {t('selfAssessment.columns.article')}
              </th>
              {(Object.keys(fields) as Field[]).map((field) => (
                <th key={field} scope="col" className="words">
                  {fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const [needed, category, description, provided] = (
                ['needed', 'category', 'description', 'provided'] as const
              ).map((field) => control(row, field));
              return (
                <tr key={row.key}>
                  <th scope="row">
                    {row.article} · {articleTitle(row.article, locale)}
                    <input type="hidden" name="row" value={row.key} />
                    {row.key === String(row.article)
                      ? drafts(row.article).map((need) => (
                          <p key={need.id} className="note">
                            <a href={`/${locale}/needs/${need.id}`} dir="auto">
                              {(need.content.text ?? t('needs.noReference')).slice(0, 60)}
                            </a>
                            <OriginMark t={t} need={need} />
                          </p>
                        ))
                      : null}
                  </th>
                  <td className="words" data-label={fields.needed}>
                    {needed!.error}
                    <input
                      {...needed!.props}
                      type="checkbox"
                      value="1"
                      defaultChecked={row.needed}
                    />
                  </td>
                  <td className="words" data-label={fields.category}>
                    {category!.error}
                    <select {...category!.props} defaultValue={row.category}>
                      <option value="">–</option>
                      {categoryCodes.map((code) => (
                        <option key={code} value={code}>
                          {categoryShortName(code, locale)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="words" data-label={fields.description}>
                    {description!.error}
                    <textarea
                      {...description!.props}
                      rows={2}
                      dir="auto"
                      defaultValue={row.description}
                    />
                  </td>
                  <td className="words" data-label={fields.provided}>
                    {provided!.error}
                    <input
                      {...provided!.props}
                      type="text"
                      dir="auto"
                      defaultValue={row.provided}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="buttons">
        <button className="button">{t('selfAssessment.make')}</button>
      </div>
    </form>
  );
}

import { Table } from '#components/summaries/table';
import { errorOf, type ShownError } from '#components/ui/error-summary';
import { SelectField } from '#components/ui/field';
import type { CoderProgress } from '#lib/review/coding/sample-queries';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  sample: string;
  progress: readonly CoderProgress[];
  /** Who may hand codings on, and to whom; null for those who only read. */
  handing: Readonly<{
    by: string;
    reviewers: readonly Readonly<{ id: string; name: string }>[];
    form: FormFields;
    errors: readonly ShownError[];
  }> | null;
}>;

/** Who has coded how many, and the form by which the rest goes to somebody else. */
export function ProgressSection({ locale, t, sample, progress, handing }: Props) {
  const nameOf = ({ name }: CoderProgress) => name ?? t('secondCoding.nobody');
  const open = progress.filter((each) => each.open > 0);
  return (
    <>
      <Table
        labelledBy="progress"
        heads={[t('secondCoding.coder'), t('secondCoding.codedCount'), t('secondCoding.openCount')]}
      >
        {progress.map((each) => (
          <tr key={each.accountId ?? ''}>
            <th scope="row">{nameOf(each)}</th>
            <td>{formatNumber(locale, each.coded)}</td>
            <td>{formatNumber(locale, each.open)}</td>
          </tr>
        ))}
      </Table>
      {handing && open.length > 0 ? (
        <details className="act" open={handing.errors.length > 0}>
          <summary>{t('secondCoding.handOn')}</summary>
          <form
            method="post"
            action={`/${locale}/coding/samples/${sample}/hand-on`}
            className="narrow"
            noValidate
          >
            <input type="hidden" name="by" value={handing.by} />
            <p className="hint">{t('secondCoding.handOnHint')}</p>
            <SelectField
              name="from"
              label={t('secondCoding.handFrom')}
              options={open.map((each) => ({ value: each.accountId ?? '', label: nameOf(each) }))}
              defaultValue={textOf(handing.form, 'from')}
            />
            <SelectField
              name="to"
              label={t('secondCoding.handTo')}
              options={handing.reviewers.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={textOf(handing.form, 'to')}
              error={errorOf(handing.errors, 'to')}
            />
            <div className="buttons">
              <button className="button second">{t('secondCoding.handOnButton')}</button>
            </div>
          </form>
        </details>
      ) : null}
    </>
  );
}

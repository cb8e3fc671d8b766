import { Table } from '#components/summaries/table';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField } from '#components/ui/field';
import type { CoderProgress } from '#lib/review/coding/sample-queries';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  sampleId: string;
  progress: readonly CoderProgress[];
  /** The form that gives open codings to another reviewer; null for those who only read. */
  reassignment: Readonly<{
    by: string;
    reviewers: readonly Readonly<{ id: string; name: string }>[];
    form: FormFields;
    errors: readonly FormError[];
  }> | null;
}>;

/** The progress of each coder, and the form that gives open codings to another reviewer. */
export function ProgressSection({ locale, t, sampleId, progress, reassignment }: Props) {
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
      {reassignment && open.length > 0 ? (
        <details className="act" open={reassignment.errors.length > 0}>
          <summary>{t('secondCoding.handOn')}</summary>
          <form
            method="post"
            action={`/${locale}/coding/samples/${sampleId}/hand-on`}
            className="narrow"
            noValidate
          >
            <input type="hidden" name="by" value={reassignment.by} />
            <p className="hint">{t('secondCoding.handOnHint')}</p>
            <SelectField
              name="from"
              label={t('secondCoding.handFrom')}
              options={open.map((each) => ({ value: each.accountId ?? '', label: nameOf(each) }))}
              defaultValue={textOf(reassignment.form, 'from')}
            />
            <SelectField
              name="to"
              label={t('secondCoding.handTo')}
              options={reassignment.reviewers.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={textOf(reassignment.form, 'to')}
              error={errorOf(reassignment.errors, 'to')}
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

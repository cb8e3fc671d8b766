import type { AssessmentField } from '#components/needs/assessment-form';
import type { FormError } from '#components/ui/error-summary';
import { currentSubmission } from '#lib/http/form-page';
import { fileErrors } from '#lib/needs/imports/fault-messages';
import { assessmentColumns } from '#lib/needs/model/self-assessment-rows';
import type { Translate } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

/** The errors that only the self-assessment has, with messages of its own. */
const assessmentErrors = ['tickOrEmpty', 'describeNeed', 'nothingNeeded'] as const;

export type AssessmentNames = Readonly<Record<AssessmentField, string>>;

/** The name of a column of the file; a column that is not known keeps its own. */
export function columnText(t: Translate, column: string): string {
  const known = assessmentColumns.find((each) => each === column);
  return known ? t(`selfAssessment.columns.${known}`) : column;
}

/** The names of the columns of the form. */
export const assessmentNames = (t: Translate): AssessmentNames => ({
  needed: t('selfAssessment.needed'),
  category: columnText(t, 'category'),
  description: columnText(t, 'description'),
  provided: columnText(t, 'provided'),
});

/** Names the article and the column of an error of one row: `9.category`, `9.2.category`. */
function inSummary(t: Translate, names: AssessmentNames, { field, text }: FormError): FormError {
  const dot = field.lastIndexOf('.');
  if (dot < 0) return { field, text };
  const column = field.slice(dot + 1) as AssessmentField;
  const article = Number.parseInt(field, 10);
  return { field, text: t('selfAssessment.rowError', { article, field: names[column], text }) };
}

/** Returns the errors of the file or of the rows that were sent, and all of them for the summary. */
export function errorsOfAssessment(t: Translate, verb: string | undefined) {
  const answer = currentSubmission();
  const ofFile = verb === 'fill' ? fileErrors(t, answer, (column) => columnText(t, column)) : [];
  const failure = verb === 'save' ? answer?.failure : undefined;
  const invalid = failure?.kind === 'invalid' ? failure.errors : [];
  const ofRows = invalid.map(({ field, message }) => {
    const own = assessmentErrors.find((known) => known === message);
    return { field, text: own ? t(`selfAssessment.${own}`) : errorText(t, message) };
  });
  const names = assessmentNames(t);
  return {
    ofFile,
    ofRows,
    summary: [...ofFile, ...ofRows.map((error) => inSummary(t, names, error))],
  };
}

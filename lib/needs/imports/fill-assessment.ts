import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { done, failed, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { fileOf } from '#lib/needs/imports/input';
import { readApart } from '#lib/needs/imports/read-apart';
import { assessmentOf } from '#lib/needs/entry/self-assessment';
import { assessmentForm, type AssessmentAnswer } from '#lib/needs/model/self-assessment-rows';
import { vocabulary } from '#lib/needs/store/queries';

export const fillInput: ReadInput<{ reviewId: string; language: string; content: Uint8Array }> = (
  form,
  { id = '' },
  files,
) => {
  const file = fileOf(files);
  return file.ok
    ? done({ reviewId: id, language: textOf(form, 'language'), content: file.value.content })
    : file;
};

/**
 * Reads the answers of a checklist from a file and gives the form that shows them. Nothing is
 * stored.
 */
export async function fillAssessment(
  actor: Actor,
  {
    reviewId,
    language,
    content,
  }: Readonly<{ reviewId: string; language: string; content: Uint8Array }>,
): Promise<Outcome<FormFields>> {
  const found = await assessmentOf(actor, reviewId);
  if (!found.ok) return found;
  const { stateCode, cycle } = found.value.review;
  const result = await readApart('assessment', content, {
    stateCode,
    cycle,
    vocabulary: await vocabulary(actor),
  });
  if (result.ok)
    return done(
      assessmentForm(JSON.parse(result.rows) as AssessmentAnswer[], randomUUID(), language),
    );
  return failed({
    kind: 'invalid',
    errors: result.faults.map(({ line, column, key, values }) => ({
      field: 'file',
      message: key,
      values: { ...values, ...(line ? { line } : {}), ...(column ? { column } : {}) },
    })),
  });
}

import { SourceBeside } from '#components/attachments/source-beside';
import { similarPanelProps } from '#components/similarity/similar-view';
import { autosaveFor, draftFields, needFormProps } from '#components/needs/need-choices';
import { DraftChoice } from '#components/needs/draft-choice';
import { needFormId } from '#components/needs/need-form-props';
import { NeedForm } from '#components/needs/need-form';
import { UnsavedNotice } from '#components/needs/unsaved-notice';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { FormResult } from '#lib/http/form-result';
import type { ReviewView } from '#lib/needs/reviews/queries';
import type { Translate } from '#lib/text/i18n';
import type { loadEntry } from './load-entry';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  review: ReviewView;
  id: string;
  entry: Awaited<ReturnType<typeof loadEntry>>;
  answer: FormResult;
}>;

/** The form for a new need, with the executive summary beside it. */
export function EntryForm({ locale, t, actor, review, id, entry, answer }: Props) {
  const { autosave, source, vocabulary, fields, stored, stamp } = entry;
  const { form, errors, notice, isRestored: kept } = answer;
  const by = actor.accountId!;
  return (
    <>
      <p className="hint">{t('form.reviewHint')}</p>
      {autosave ? (
        <UnsavedNotice
          locale={locale}
          t={t}
          id={id}
          by={by}
          savedAt={autosave.savedAt}
          entered={false}
        />
      ) : null}
      {autosave ? (
        <DraftChoice {...{ locale, t, draft: autosave, vocabulary }} formId={needFormId} />
      ) : null}
      {kept ? <Confirmation>{t('form.kept')}</Confirmation> : null}
      <FormResultNotice problem={t('problem.title')} errors={[]} notice={notice} />
      <SourceBeside locale={locale} t={t} reviewId={review.id} source={source}>
        <NeedForm
          {...needFormProps(locale, t, review.cycle, vocabulary, {
            mode: 'enter',
            action: `/${locale}/needs/enter`,
            hidden: { by, id, review: review.id, ...draftFields(form, stamp) },
            fields,
            errors,
            autosave: autosaveFor(locale, actor, id, { form, stored }),
            similar: similarPanelProps(locale, t, { review: review.id }, null),
          })}
        />
      </SourceBeside>
    </>
  );
}

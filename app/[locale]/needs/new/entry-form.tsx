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
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { FormResult } from '#lib/http/form-result';
import type { ReviewView } from '#lib/needs/reviews/queries';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { loadEntry } from './load-entry';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  review: ReviewView;
  /** Chapters declared complete: they cannot be chosen. */
  declared: readonly Chapter[];
  id: string;
  entry: Awaited<ReturnType<typeof loadEntry>>;
  answer: FormResult;
}>;

/** The form for a new need, with the executive summary beside it. */
export function EntryForm({ locale, t, actor, review, declared, id, entry, answer }: Props) {
  const { autosave, source, vocabulary, fields, suggested, stored, stamp } = entry;
  const { form, errors, notice, isRestored: kept } = answer;
  const by = actor.accountId!;
  const props = needFormProps(locale, t, review.cycle, vocabulary, {
    mode: 'enter',
    action: `/${locale}/needs/enter`,
    hidden: { by, id, review: review.id, ...draftFields(form, stamp) },
    fields,
    suggested,
    errors,
    autosave: autosaveFor(locale, actor, id, { form, stored }),
    similar: similarPanelProps(locale, t, { review: review.id }, null),
  });
  const chapters = props.choices.chapters.filter(
    ({ chapter }) => !declared.some((each) => each === chapter),
  );
  return (
    <>
      <p className="hint">{t('form.reviewHint')}</p>
      {declared.length > 0 && chapters.length > 0 ? (
        <p className="hint">{t('desk.noEntryIn', { list: formatList(locale, declared) })}</p>
      ) : null}
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
        <NeedForm {...props} choices={{ ...props.choices, chapters }} />
      </SourceBeside>
    </>
  );
}

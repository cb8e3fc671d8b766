import { SameNeedsWarning } from '#components/similarity/similar-needs';
import { similarTexts } from '#components/similarity/similar-view';
import { ClosedAnswers } from '#components/needs/closed-answers';
import { DraftChoice } from '#components/needs/draft-choice';
import { NeedConflict } from '#components/needs/need-conflict';
import { needFormId } from '#components/needs/need-form-props';
import { ReturnNotice } from '#components/needs/return-notice';
import { UnsavedNotice } from '#components/needs/unsaved-notice';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { FormResult } from '#lib/http/form-result';
import type { HistoryEntry, NeedView } from '#lib/needs/store/queries';
import type { Translate } from '#lib/text/i18n';
import type { LoadedForm } from './load-form';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  need: NeedView;
  history: readonly HistoryEntry[];
  loaded: LoadedForm;
  answer: FormResult;
  done?: string;
}>;

/** What became of the form that was sent. */
const AnswerNotices = ({ t, answer: { form, isRestored: kept, notice }, done }: Props) => (
  <>
    {kept ? <Confirmation>{t('form.kept')}</Confirmation> : null}
    {done === 'draft' && !form ? <Confirmation>{t('form.saved')}</Confirmation> : null}
    {done === 'copy' && !form ? <Confirmation>{t('copies.done')}</Confirmation> : null}
    <FormResultNotice problem={t('problem.title')} errors={[]} notice={notice} />
  </>
);

/** All that the reader should know before going on with the form. */
export function FormNotices(props: Props) {
  const { locale, t, by, need, history, loaded } = props;
  const { vocabulary, autosave, typed, since, merging, similar } = loaded;
  return (
    <>
      <AnswerNotices {...props} />
      {autosave ? (
        <UnsavedNotice
          locale={locale}
          t={t}
          id={need.id}
          by={by}
          savedAt={autosave.savedAt}
          entered
        />
      ) : null}
      {autosave ? (
        <DraftChoice {...{ locale, t, draft: autosave, vocabulary }} formId={needFormId} />
      ) : null}
      {merging ? (
        <NeedConflict
          locale={locale}
          t={t}
          typed={typed}
          stored={need}
          vocabulary={vocabulary}
          since={since}
          merge={merging}
          formId={needFormId}
        />
      ) : null}
      <ReturnNotice locale={locale} t={t} history={history} status={need.status} />
      {need.reopened ? (
        <ClosedAnswers locale={locale} t={t} need={need} vocabulary={vocabulary} />
      ) : null}
      {similar ? <SameNeedsWarning similar={similar} texts={similarTexts(t)} /> : null}
    </>
  );
}

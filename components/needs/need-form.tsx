'use client';
import { useEffect, useRef, useState } from 'react';
import { useForm, type FieldErrors } from 'react-hook-form';
import { schemaResolver } from '#components/ui/schema-resolver';
import { NeedProvision, OtherCoding } from '#components/needs/need-coding';
import { NeedTextFields, Priority } from '#components/needs/need-text-fields';
import { UndoableNote } from '#components/needs/undoable-note';
import { useArrowKeys } from '#components/needs/use-arrow-keys';
import { useCategoryChange } from '#components/needs/use-category-change';
import { useSuggestions } from '#components/needs/use-suggestions';
import {
  needFormId,
  type NeedFormPart,
  type NeedFormProps,
} from '#components/needs/need-form-props';
import { FieldComments } from '#components/needs/field-comments';
import { useAutosave, type Autosaved } from '#components/needs/use-autosave';
import { ErrorSummary, type FormError } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import { useSend } from '#components/ui/use-send';
import { formFieldsOf } from '#lib/http/form';
import { closedFields, replaceFields, type FieldName } from '#lib/needs/model/fields';
import {
  needComplete,
  parseNeedFields,
  type NeedContent,
  type NeedFields,
} from '#lib/needs/model/schema';
import { maxReasonLength } from '#lib/text/reason';

// A radio group without a choice has the value null.
const withoutNulls = (values: NeedFields) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value ?? '']),
  ) as NeedFields;

/** Returns what the form on the page holds: on a slow line people type before the scripts load. */
function fieldsOnPage(fields: NeedFields, open: readonly FieldName[] | null): NeedFields {
  if (typeof document === 'undefined') return fields;
  const form = document.getElementById(needFormId);
  return form instanceof HTMLFormElement
    ? replaceFields(parseNeedFields(formFieldsOf(new FormData(form))), fields, closedFields(open))
    : fields;
}

/** Returns the errors in the order of the fields. */
function errorsInOrder(
  faults: FieldErrors<NeedFields>,
  fields: NeedFields,
  errorTexts: NeedFormProps['errorTexts'],
): FormError[] {
  const order = Object.keys(fields);
  return Object.entries(faults)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, fault]) => ({
      field,
      text: errorTexts[String(fault?.message)] ?? errorTexts.unreadable ?? '',
    }));
}

/** Announces errors in the title of the page, and moves the focus to their summary. */
function useErrorTitle(errors: readonly FormError[], alert: string) {
  const title = useRef('');
  useEffect(() => {
    title.current ||= document.title.replace(`${alert} `, '');
    document.title = errors.length > 0 ? `${alert} ${title.current}` : title.current;
    if (errors.length > 0) document.getElementById('problems')?.focus();
  }, [errors, alert]);
}

/** What became of what was typed. It changes by the minute, so that it is not announced more often. */
function autosavedText(texts: NeedFormProps['texts'], autosaved: Autosaved | null): string {
  if (!autosaved) return '';
  if (autosaved.where === 'discarded') return texts.discardedElsewhere;
  const text = autosaved.where === 'server' ? texts.savedAt : texts.keptOnDevice;
  return text.replace('{time}', autosaved.at);
}

/** The buttons of the form, and the state of saving. */
const Buttons = ({
  mode,
  texts,
  sending,
  autosaved,
}: Pick<NeedFormProps, 'mode' | 'texts'> &
  Readonly<{ sending: boolean; autosaved: Autosaved | null }>) => (
  <div className="buttons">
    {mode === 'recode' ? (
      <button className="button" disabled={sending}>
        {texts.recode}
      </button>
    ) : (
      <>
        <button className="button" name="then" value="check" disabled={sending}>
          {texts.check}
        </button>
        <button className="button second" name="then" value="draft" disabled={sending}>
          {texts.saveDraft}
        </button>
      </>
    )}
    <span role="status" className="note">
      {sending ? texts.sending : autosavedText(texts, autosaved)}
      {!sending && autosaved?.choose ? (
        <>
          {' '}
          {texts.typedElsewhere} <a href={autosaved.choose}>{texts.chooseBetween}</a>
        </>
      ) : null}
    </span>
  </div>
);

/** The fields in react-hook-form, validated by the server's own schema. */
function useNeedFields({ cycle, choices, fields, open = null }: NeedFormProps) {
  const check = schemaResolver(needComplete(cycle, choices.codes));
  const [defaultValues] = useState(() => fieldsOnPage(fields, open));
  const { register, handleSubmit, setValue } = useForm<NeedFields, unknown, NeedContent>({
    defaultValues,
    resolver: (values) => check(withoutNulls(values)),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });

  // Registering a group of checkboxes one by one resets those that are not registered yet.
  useEffect(() => {
    for (const [name, value] of Object.entries(defaultValues))
      setValue(name as keyof NeedFields, value);
  }, [defaultValues, setValue]);

  return { register, handleSubmit, setValue };
}

/** The reason for which a reviewer recodes a need. */
const RecodeReason = ({
  texts,
  reason,
  errors,
}: Pick<NeedFormProps, 'texts' | 'reason' | 'errors'>) => (
  <TextArea
    name="reason"
    label={texts.reasonRecode}
    rows={3}
    maxLength={maxReasonLength}
    defaultValue={reason}
    error={errors.find(({ field }) => field === 'reason')?.text}
  />
);

/** Validates the form in the browser and sends it. A draft is sent without validation. */
function useSubmit(props: NeedFormProps) {
  const { fields, errorTexts, texts, locale, autosave } = props;
  const [errors, setErrors] = useState<readonly FormError[]>(props.errors);
  const { register, handleSubmit, setValue } = useNeedFields(props);
  const { send, sending, notice } = useSend(texts.unreachable);
  const { saved, hold, resume, forget } = useAutosave({ formId: needFormId, ...autosave, locale });
  useErrorTitle(errors, texts.alert);

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const submitter = event.nativeEvent.submitter as HTMLButtonElement | null;
    const sendForm = async () => {
      setErrors(await send(form, submitter, hold(form), () => forget(form)));
      resume();
    };
    if (submitter?.value === 'draft') return void sendForm();
    const showErrors = (faults: FieldErrors<NeedFields>) =>
      setErrors(errorsInOrder(faults, fields, errorTexts));
    return void handleSubmit(sendForm, showErrors)(event);
  };

  return { register, setValue, errors, submit, sending, notice, autosaved: saved };
}

/** The fields that need not be answered. They are folded while they say nothing. */
const optionalFields = ['types', 'topics', 'tags', 'targetGroups', 'priority'] as const;

/** What else can be said about a need, folded until it says something or something is amiss. */
function MoreFields({
  choices,
  isUnfolded,
  ...part
}: NeedFormPart & Pick<NeedFormProps, 'choices'> & Readonly<{ isUnfolded: boolean }>) {
  const { fields, errors, texts, isOpen, noteOf } = part;
  if (!isOpen(...optionalFields)) return null;
  const isOpenAtFirst =
    isUnfolded ||
    optionalFields.some(
      (name) =>
        fields[name].length > 0 || errors.some(({ field }) => field === name) || noteOf?.(name),
    );
  return (
    <details className="more-fields" open={isOpenAtFirst}>
      <summary>{texts.more}</summary>
      <p className="hint">{texts.moreHint}</p>
      <OtherCoding {...part} choices={choices} />
      <Priority {...part} />
    </details>
  );
}

/** The coding fields, with what the form suggests and clears by itself. */
function Coding({
  part,
  setValue,
  choices,
  suggested: atFirst = [],
}: Readonly<{ part: NeedFormPart }> &
  Pick<NeedFormProps, 'choices' | 'suggested'> &
  Readonly<{ setValue: ReturnType<typeof useNeedFields>['setValue'] }>) {
  const { texts, fields } = part;
  const articles = useSuggestions(choices.chapters, atFirst, setValue);
  const category = useCategoryChange(choices, fields.category, setValue);
  const list = (names: readonly (string | number)[]) => names.join(', ');
  return (
    <NeedProvision
      {...part}
      choices={choices}
      articlesNote={
        <>
          <p className="hint arrow-keys">{texts.arrowKeys}</p>
          <UndoableNote
            text={
              articles.suggested.length > 0
                ? texts.suggested.replace('{list}', list(articles.suggested))
                : ''
            }
            undo={texts.undo}
            onUndo={articles.undo}
          />
        </>
      }
      categoryNote={
        <UndoableNote
          text={
            category.cleared.length > 0
              ? texts.cleared.replace('{list}', list(category.cleared))
              : ''
          }
          undo={texts.undo}
          onUndo={category.undo}
        />
      }
    />
  );
}

/** The form of a need. It works without scripts; with them the browser validates it first. */
export function NeedForm(props: NeedFormProps) {
  const { action, hidden, choices, fields, texts, similar, mode, reason } = props;
  const { open = null, comments = [] } = props;
  const { register, setValue, errors, submit, sending, notice, autosaved } = useSubmit(props);
  useArrowKeys(needFormId);
  const isOpen = (...names: readonly FieldName[]) =>
    open === null || names.some((name) => open.includes(name));
  const commentsAt = (field: FieldName | null) => (
    <FieldComments comments={comments.filter((each) => each.field === field)} texts={texts} />
  );
  const hasComments = (field: FieldName | null) => comments.some((each) => each.field === field);
  const noteOf = (name: FieldName) => (hasComments(name) ? commentsAt(name) : undefined);
  const part: NeedFormPart = { fields, errors, texts, isOpen, noteOf, register };
  return (
    <form
      data-drafts="own"
      id={needFormId}
      className="need-form"
      method="post"
      action={action}
      onSubmit={submit}
      noValidate
    >
      <ErrorSummary title={texts.problem} errors={errors} />
      {notice}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {hasComments(null) ? (
        <section aria-labelledby="comments-whole">
          <h2 id="comments-whole">{texts.commentsWhole}</h2>
          {commentsAt(null)}
        </section>
      ) : null}
      <NeedTextFields {...part} languages={choices.languages} similar={similar} />
      <Coding {...{ part, setValue, choices }} suggested={props.suggested} />
      <MoreFields {...part} choices={choices} isUnfolded={open !== null} />
      {mode === 'recode' ? <RecodeReason texts={texts} reason={reason} errors={errors} /> : null}
      <Buttons mode={mode} texts={texts} sending={sending} autosaved={autosaved} />
    </form>
  );
}

'use client';
import { useEffect, useRef, useState } from 'react';
import { useForm, type FieldErrors } from 'react-hook-form';
import { checkedBy } from '#components/ui/checked-by';
import { NeedCoding } from '#components/needs/need-coding';
import { NeedWords } from '#components/needs/need-words';
import {
  needFormId,
  type NeedFormPart,
  type NeedFormProps,
} from '#components/needs/need-form-props';
import { useAutosave } from '#components/needs/use-autosave';
import { ErrorSummary, type ShownError } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import { useSend } from '#components/ui/use-send';
import { formOf } from '#lib/http/form';
import { closedFields, withFieldsOf, type FieldName } from '#lib/needs/model/fields';
import {
  needComplete,
  needFieldsOf,
  type NeedContent,
  type NeedFields,
} from '#lib/needs/model/schema';
import { longestReason } from '#lib/text/reason';

// A group of radios of which none is chosen has the value null.
const opened = (values: NeedFields) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value ?? '']),
  ) as NeedFields;

/**
 * What the page's form holds: on a slow line people type before the scripts have come, and none of
 * it may be set back.
 */
function typedAlready(fields: NeedFields, open: readonly FieldName[] | null): NeedFields {
  if (typeof document === 'undefined') return fields;
  const form = document.getElementById(needFormId);
  return form instanceof HTMLFormElement
    ? withFieldsOf(needFieldsOf(formOf(new FormData(form))), fields, closedFields(open))
    : fields;
}

/** What is wrong with the fields, in the order in which they stand. */
function shownErrors(
  faults: FieldErrors<NeedFields>,
  fields: NeedFields,
  errorTexts: NeedFormProps['errorTexts'],
): ShownError[] {
  const order = Object.keys(fields);
  return Object.entries(faults)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, fault]) => ({
      field,
      text: errorTexts[String(fault?.message)] ?? errorTexts.unreadable ?? '',
    }));
}

/** Says in the title of the page that something is wrong, and leads to the list of errors. */
function useErrorTitle(errors: readonly ShownError[], alert: string) {
  const title = useRef('');
  useEffect(() => {
    title.current ||= document.title.replace(`${alert} `, '');
    document.title = errors.length > 0 ? `${alert} ${title.current}` : title.current;
    if (errors.length > 0) document.getElementById('problems')?.focus();
  }, [errors, alert]);
}

/** The buttons of the form, and what becomes of it meanwhile. */
const Buttons = ({
  mode,
  texts,
  sending,
  kept,
}: Pick<NeedFormProps, 'mode' | 'texts'> &
  Readonly<{ sending: boolean; kept: ReturnType<typeof useAutosave>['kept'] }>) => (
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
    <span role="status">{sending ? texts.sending : ''}</span>
    {kept ? (
      <span className="note">
        {(kept.where === 'server' ? texts.savedAt : texts.keptOnDevice).replace('{time}', kept.at)}
      </span>
    ) : null}
  </div>
);

/** The fields as react-hook-form holds them, checked by the schema of the server. */
function useNeedFields({ cycle, choices, fields, open = null }: NeedFormProps) {
  const check = checkedBy(needComplete(cycle, choices.codes));
  const [defaultValues] = useState(() => typedAlready(fields, open));
  const { register, handleSubmit, setValue } = useForm<NeedFields, unknown, NeedContent>({
    defaultValues,
    resolver: (values) => check(opened(values)),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });

  // Registering goes through a group of boxes one by one, and sets back those whose turn has not
  // come.
  useEffect(() => {
    for (const [name, value] of Object.entries(defaultValues))
      setValue(name as keyof NeedFields, value);
  }, [defaultValues, setValue]);

  return { register, handleSubmit };
}

/** Why a reviewer codes a need anew. */
const RecodeReason = ({
  texts,
  reason,
  errors,
}: Pick<NeedFormProps, 'texts' | 'reason' | 'errors'>) => (
  <TextArea
    name="reason"
    label={texts.reasonRecode}
    rows={3}
    maxLength={longestReason}
    defaultValue={reason}
    error={errors.find(({ field }) => field === 'reason')?.text}
  />
);

/**
 * The need's form. Without scripts it is a plain form; with them it is checked here first, by the
 * same schema as on the server.
 */
export function NeedForm(props: NeedFormProps) {
  const {
    action,
    hidden,
    choices,
    fields,
    errors: found,
    errorTexts,
    texts,
    alike,
    mode,
    reason,
    locale,
    autosave,
    open = null,
  } = props;
  const [errors, setErrors] = useState<readonly ShownError[]>(found);
  const { register, handleSubmit } = useNeedFields(props);
  const { send, sending, notice } = useSend(texts.unreachable);
  const keeping = useAutosave({ formId: needFormId, ...autosave, locale });
  const isOpen = (...names: readonly FieldName[]) =>
    open === null || names.some((name) => open.includes(name));

  useErrorTitle(errors, texts.alert);

  const part: NeedFormPart = { fields, errors, texts, isOpen, register };

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const submitter = event.nativeEvent.submitter as HTMLButtonElement | null;
    const sent = async () => {
      setErrors(await send(form, submitter, { sent: keeping.hold() }, keeping.forget));
      keeping.resume();
    };
    if (submitter?.value === 'draft') return void sent();
    return void handleSubmit(sent, (faults) => setErrors(shownErrors(faults, fields, errorTexts)))(
      event,
    );
  };

  return (
    <form
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
      <NeedCoding {...part} choices={choices} />
      <NeedWords {...part} languages={choices.languages} alike={alike} />
      {mode === 'recode' ? <RecodeReason texts={texts} reason={reason} errors={errors} /> : null}
      <Buttons mode={mode} texts={texts} sending={sending} kept={keeping.kept} />
    </form>
  );
}

'use client';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { checkedBy } from '#components/ui/checked-by';
import { NeedCoding } from '#components/needs/need-coding';
import { NeedWords } from '#components/needs/need-words';
import { needFormId, type NeedFormProps } from '#components/needs/need-form-props';
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

/**
 * The need's form. Without scripts it is a plain form; with them it is checked here first, by the
 * same schema as on the server.
 */
export function NeedForm(props: NeedFormProps) {
  const {
    action,
    hidden,
    cycle,
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
  const check = checkedBy(needComplete(cycle, choices.codes));
  const [errors, setErrors] = useState<readonly ShownError[]>(found);
  const [defaultValues] = useState(() => typedAlready(fields, open));
  const { register, handleSubmit, setValue } = useForm<NeedFields, unknown, NeedContent>({
    defaultValues,
    resolver: (values) => check(opened(values)),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const { send, sending, notice } = useSend(texts.unreachable);
  const keeping = useAutosave({ formId: needFormId, ...autosave, locale });
  const isOpen = (...names: readonly FieldName[]) =>
    open === null || names.some((name) => open.includes(name));
  const title = useRef('');

  // Registering goes through a group of boxes one by one, and sets back those whose turn has not
  // come.
  useEffect(() => {
    for (const [name, value] of Object.entries(defaultValues))
      setValue(name as keyof NeedFields, value);
  }, [defaultValues, setValue]);

  useEffect(() => {
    title.current ||= document.title.replace(`${texts.alert} `, '');
    document.title = errors.length > 0 ? `${texts.alert} ${title.current}` : title.current;
    if (errors.length > 0) document.getElementById('problems')?.focus();
  }, [errors, texts.alert]);

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const submitter = event.nativeEvent.submitter as HTMLButtonElement | null;
    const sent = async () => {
      setErrors(await send(form, submitter, { sent: keeping.hold() }, keeping.forget));
      keeping.resume();
    };
    if (submitter?.value === 'draft') return void sent();
    return void handleSubmit(sent, (faults) => {
      const order = Object.keys(fields);
      setErrors(
        Object.entries(faults)
          .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
          .map(([field, fault]) => ({
            field,
            text: errorTexts[String(fault?.message)] ?? errorTexts.unreadable ?? '',
          })),
      );
    })(event);
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
      <NeedCoding
        choices={choices}
        fields={fields}
        errors={errors}
        texts={texts}
        isOpen={isOpen}
        register={register}
      />
      <NeedWords
        fields={fields}
        errors={errors}
        texts={texts}
        isOpen={isOpen}
        languages={choices.languages}
        alike={alike}
        register={register}
      />
      {mode === 'recode' ? (
        <TextArea
          name="reason"
          label={texts.reasonRecode}
          rows={3}
          maxLength={longestReason}
          defaultValue={reason}
          error={errors.find(({ field }) => field === 'reason')?.text}
        />
      ) : null}
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
        {keeping.kept ? (
          <span className="note">
            {(keeping.kept.where === 'server' ? texts.savedAt : texts.keptOnDevice).replace(
              '{time}',
              keeping.kept.at,
            )}
          </span>
        ) : null}
      </div>
    </form>
  );
}

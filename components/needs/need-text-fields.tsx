import { CharacterCount } from '#components/needs/character-count';
import { SimilarPanel } from '#components/similarity/similar-panel';
import type { NeedFormPart, NeedFormProps } from '#components/needs/need-form-props';
import { errorOf } from '#components/ui/error-summary';
import { SelectField, TextArea, TextField, type Option } from '#components/ui/field';
import { maximumLength } from '#lib/needs/model/vocabulary';

/** The fields on the passage of the executive summary. */
const SourceFields = ({ fields, errors, texts, isOpen, noteOf, register }: NeedFormPart) => (
  <>
    {isOpen('quote') ? (
      <>
        <TextArea
          label={texts.quote}
          hint={texts.quoteHint}
          optional={texts.optional}
          error={errorOf(errors, 'quote')}
          note={noteOf?.('quote')}
          rows={4}
          defaultValue={fields.quote}
          dir="auto"
          {...register('quote')}
        />
        <CharacterCount field="quote" max={maximumLength.quote} text={texts.charactersUsed} />
      </>
    ) : null}
    {isOpen('paragraph') ? (
      <TextField
        label={texts.paragraph}
        hint={texts.paragraphHint}
        optional={texts.optional}
        error={errorOf(errors, 'paragraph')}
        note={noteOf?.('paragraph')}
        className="short"
        defaultValue={fields.paragraph}
        {...register('paragraph')}
      />
    ) : null}
    {isOpen('page') ? (
      <TextField
        label={texts.page}
        hint={texts.pageHint}
        optional={texts.optional}
        error={errorOf(errors, 'page')}
        note={noteOf?.('page')}
        className="short"
        inputMode="numeric"
        defaultValue={fields.page}
        {...register('page')}
      />
    ) : null}
  </>
);

/** The fields on the passage and the text of the need: what it is, before how it is coded. */
export function NeedTextFields({
  languages,
  similar,
  ...part
}: NeedFormPart & { languages: readonly Option[]; similar: NeedFormProps['similar'] }) {
  const { fields, errors, texts, isOpen, noteOf, register } = part;
  return (
    <>
      <SourceFields {...part} />
      {isOpen('text') ? (
        <>
          <TextArea
            label={texts.text}
            hint={texts.textHint}
            error={errorOf(errors, 'text')}
            note={noteOf?.('text')}
            rows={5}
            defaultValue={fields.text}
            dir="auto"
            {...register('text')}
          />
          <CharacterCount field="text" max={maximumLength.text} text={texts.charactersUsed} />
        </>
      ) : null}
      {isOpen('language') ? (
        <SelectField
          label={texts.language}
          error={errorOf(errors, 'language')}
          note={noteOf?.('language')}
          options={languages}
          none={texts.chooseLanguage}
          defaultValue={fields.language}
          {...register('language')}
        />
      ) : null}
      {similar && isOpen('text') ? <SimilarPanel {...similar} /> : null}
    </>
  );
}

/** The priority that the State gives the need. */
export const Priority = ({ fields, errors, texts, isOpen, noteOf, register }: NeedFormPart) =>
  isOpen('priority') ? (
    <TextField
      label={texts.priority}
      hint={texts.priorityHint}
      optional={texts.optional}
      error={errorOf(errors, 'priority')}
      note={noteOf?.('priority')}
      className="short"
      inputMode="numeric"
      defaultValue={fields.priority}
      {...register('priority')}
    />
  ) : null;

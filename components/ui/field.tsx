import type { ReactNode } from 'react';

/** The `id` differs from the name only on a page with several controls of that name. */
type Described = Readonly<{
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: string;
  /** What others say about the field, before the control. */
  note?: ReactNode;
}>;

const describedBy = ({ name, id = name, hint, error, note }: Described) =>
  [hint && `${id}-hint`, note && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ') ||
  undefined;

function Messages({ name, id = name, hint, error, note }: Described) {
  return (
    <>
      {note ? <div id={`${id}-note`}>{note}</div> : null}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  );
}

const Optional = ({ children }: { children?: string }) =>
  children ? <span className="optional"> ({children})</span> : null;

/** A control with its label, hint and error. */
function Field({ children, ...described }: Described & { children: ReactNode }) {
  return (
    <div className={described.error ? 'field bad' : 'field'}>
      <label htmlFor={described.id ?? described.name}>
        {described.label}
        <Optional>{described.optional}</Optional>
      </label>
      <Messages {...described} />
      {children}
    </div>
  );
}

type Input = Omit<React.ComponentPropsWithRef<'input'>, 'name' | 'id'> & Described;
export function TextField({
  label,
  hint,
  error,
  optional,
  note,
  name,
  id = name,
  ...input
}: Input) {
  const described = { name, id, label, hint, error, optional, note };
  return (
    <Field {...described}>
      <input
        type="text"
        {...input}
        name={name}
        id={id}
        aria-describedby={describedBy(described)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}

type Area = Omit<React.ComponentPropsWithRef<'textarea'>, 'name' | 'id'> & Described;
export function TextArea({ label, hint, error, optional, note, name, id = name, ...area }: Area) {
  const described = { name, id, label, hint, error, optional, note };
  return (
    <Field {...described}>
      <textarea
        rows={4}
        {...area}
        name={name}
        id={id}
        aria-describedby={describedBy(described)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}

export type Option = Readonly<{ value: string; label: string; lang?: string }>;
type Select = Omit<React.ComponentPropsWithRef<'select'>, 'name' | 'id'> &
  Described & { options: readonly Option[]; none?: string };
export function SelectField({
  label,
  hint,
  error,
  optional,
  note,
  name,
  id = name,
  options,
  none,
  ...select
}: Select) {
  const described = { name, id, label, hint, error, optional, note };
  return (
    <Field {...described}>
      <select
        {...select}
        name={name}
        id={id}
        aria-describedby={describedBy(described)}
        aria-invalid={error ? true : undefined}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(({ value, label: text, lang }) => (
          <option key={value} value={value} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A group of choices under one legend. Its first control has the name as its id, for links from errors. */
export function ChoiceGroup({
  children,
  className,
  ...described
}: Described & { children: ReactNode; className?: string }) {
  const { label, optional, error } = described;
  return (
    <fieldset
      className={[error ? 'field bad' : 'field', className].filter(Boolean).join(' ')}
      aria-describedby={describedBy(described)}
    >
      <legend>
        {label}
        <Optional>{optional}</Optional>
      </legend>
      <Messages {...described} />
      {children}
    </fieldset>
  );
}

type ChoiceProps = Omit<React.ComponentPropsWithRef<'input'>, 'type'> & {
  kind: 'radio' | 'checkbox';
  label: ReactNode;
};
export function Choice({ kind, label, ...input }: ChoiceProps) {
  return (
    <div className="option">
      <input {...input} type={kind} />
      <label htmlFor={input.id}>{label}</label>
    </div>
  );
}

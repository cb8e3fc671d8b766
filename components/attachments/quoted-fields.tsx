export type Quoted = Readonly<{ quote: string; page: string; paragraph: string }>;
const names = ['quote', 'page', 'paragraph'] as const;

type Field = HTMLInputElement | HTMLTextAreaElement;
function fieldOf(name: string): Field | undefined {
  const form = document.getElementById('need-form');
  const field = form instanceof HTMLFormElement ? form.elements.namedItem(name) : null;
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field
    : undefined;
}

const isOpen = (field: Field | undefined): field is Field =>
  field !== undefined && !field.disabled && !field.readOnly;

/**
 * Returns the values of the fields for a quoted passage; undefined if the passage cannot be changed.
 * A page or paragraph that cannot be changed stays as it is.
 */
export function fieldValues(): Quoted | undefined {
  if (!isOpen(fieldOf('quote'))) return undefined;
  return Object.fromEntries(names.map((name) => [name, fieldOf(name)?.value ?? ''])) as Quoted;
}

/** Fills the fields as typing would, with the events that the form listens to. */
export function fillFields(quoted: Quoted): void {
  for (const name of names) {
    const field = fieldOf(name);
    if (!isOpen(field) || field.value === quoted[name]) continue;
    // React puts a setter of its own on the field, which would hide the change from it.
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
    set?.call(field, quoted[name]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

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

/**
 * What the form of the need has of a quoted passage; undefined where a field is not there or not to
 * be changed.
 */
export function fieldsHold(): Quoted | undefined {
  const fields = names.map(fieldOf);
  if (fields.some((field) => !field || field.disabled || field.readOnly)) return undefined;
  return Object.fromEntries(names.map((name, i) => [name, fields[i]!.value])) as Quoted;
}

/** Fills them as typing would, so that whatever watches the form hears of it. */
export function fillFields(quoted: Quoted): void {
  for (const name of names) {
    const field = fieldOf(name);
    if (!field || field.value === quoted[name]) continue;
    // React keeps a setter of its own on the field, which would hide the change from it.
    const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
    set?.call(field, quoted[name]);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

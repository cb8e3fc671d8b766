import { escapeMarkup } from '#lib/text/escape';

/** HTML that is safe to insert as it is. Create it with `html`, which escapes what it inserts. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Interpolated = Markup | string | number | null | undefined | false | readonly Interpolated[];

// Characters that XML and HTML must not hold become the replacement character.
const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
// The apostrophe is escaped by number, since frozen documents have it so.
export const escapeHtml = (text: string): string =>
  escapeMarkup(text.toWellFormed().replace(forbiddenCharacters, '\ufffd')).replaceAll("'", '&#39;');

function toHtml(value: Interpolated): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return (value as readonly Interpolated[]).map(toHtml).join('');
  return value === null || value === undefined || value === false ? '' : escapeHtml(String(value));
}

/**
 * Creates markup from a template, escaping what is inserted: between tags, and in attributes in
 * double quotes.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Interpolated[]): Markup =>
  new Markup(
    parts
      .map((part, index) => part + (index < values.length ? toHtml(values[index]) : ''))
      .join(''),
  );

export const joinMarkup = (pieces: readonly Markup[], between = ''): Markup =>
  new Markup(pieces.map(({ text }) => text).join(between));
export const emptyMarkup = new Markup('');

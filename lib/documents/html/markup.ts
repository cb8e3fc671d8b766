import { escapeMarkup } from '#lib/text/escape';

/**
 * Markup that is made: only `html` and the two functions below make one, so that no text can become
 * a tag.
 */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Interpolated = Markup | string | number | null | undefined | false | readonly Interpolated[];

// What XML and HTML may not hold at all becomes the sign for what cannot be shown.
const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
// The apostrophe goes by number, as in the documents that are frozen.
export const escaped = (text: string): string =>
  escapeMarkup(text.toWellFormed().replace(forbiddenCharacters, '\ufffd')).replaceAll("'", '&#39;');

function toHtml(value: Interpolated): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return (value as readonly Interpolated[]).map(toHtml).join('');
  return value === null || value === undefined || value === false ? '' : escaped(String(value));
}

/**
 * Markup with what is put into it escaped; good between tags and in attributes that stand in double
 * quotes.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Interpolated[]): Markup =>
  new Markup(
    parts.map((part, at) => part + (at < values.length ? toHtml(values[at]) : '')).join(''),
  );

export const joinMarkup = (pieces: readonly Markup[], between = ''): Markup =>
  new Markup(pieces.map(({ text }) => text).join(between));
export const nothing = new Markup('');

import { SaxesParser } from 'saxes';

/** An element with its text; what is hidden from sight counts, what a drawing says does not. */
type ReadElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
};
export type ReadMarkupText = Readonly<{ elements: readonly ReadElement[]; text: string }>;

/** What stands apart from its neighbours on a page, so that the words of two do not become one. */
const apart = /^(p|h[1-4]|li|th|td|caption|figcaption|title|desc|text|br)$/;
const empty = /<(meta|br)\b([^>]*)>/g;

/**
 * Reads markup as strictly as XML: whatever is not closed, quoted or escaped fails. What HTML
 * leaves open by rule is closed first.
 */
export function readMarkup(markup: string): ReadMarkupText {
  const elements: ReadElement[] = [];
  const open: ReadElement[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...(attributes as Record<string, string>) }, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (apart.test(name)) text += ' ';
  });
  parser.on('text', (said) => {
    text += said;
    for (const element of open) element.text += said;
  });
  parser.write(markup.replace('<!DOCTYPE html>\n', '').replace(empty, '<$1$2/>')).close();
  return { elements, text };
}

import { escapeMarkup } from '#lib/text/escape';

type Attributes = Readonly<Record<string, string | number | undefined>>;
export type XmlChild = string | false | null | undefined;

// Control characters, lone surrogates and noncharacters, which XML cannot hold.
const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

export const withoutForbidden = (text: string): string =>
  text.replace(forbiddenCharacters, '\ufffd');
export const escapeXml = (text: string): string => escapeMarkup(withoutForbidden(text));
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An element as text, without attributes that are undefined and children that are not there. */
export function xml(
  name: string,
  attributes: Attributes = {},
  ...children: readonly XmlChild[]
): string {
  const attributeText = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`))
    .join('');
  const content = children.filter((child) => typeof child === 'string').join('');
  return content === ''
    ? `<${name}${attributeText}/>`
    : `<${name}${attributeText}>${content}</${name}>`;
}

/** An element of WordprocessingML with one value. */
export const valueElement = (name: string, value: string | number): string =>
  xml(`w:${name}`, { 'w:val': value });

import 'server-only';
import { BuilderElement, type FileChild, type XmlComponent } from 'docx';
import { possible } from '#lib/documents/docx/xml';

type Value = string | number | boolean | undefined;

/**
 * An element of the library for what it has no class of its own: content controls, fields with
 * their text, charts.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (XmlComponent | string)[]
): XmlComponent {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value], n) => [`a${n}`, { key, value }] as const);
  // The library takes text among the children of every element, but its types do not say so.
  const inner = children.map((child) =>
    typeof child === 'string' ? possible(child) : child,
  ) as XmlComponent[];
  return new BuilderElement({
    name,
    ...(given.length > 0 ? { attributes: Object.fromEntries(given) as never } : {}),
    children: inner,
  });
}

/**
 * The library writes what it finds in a section; its types ask for a mark that only its own classes
 * bear.
 */
export const asBlock = (component: XmlComponent): FileChild => component as FileChild;

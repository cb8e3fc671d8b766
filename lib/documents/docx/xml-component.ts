import 'server-only';
import { BuilderElement, type XmlComponent } from 'docx';
import { withoutForbidden } from '#lib/documents/docx/xml';

type Value = string | number | boolean | undefined;

/**
 * Creates an element that the docx library has no class for: content controls, fields with their
 * text, charts.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (XmlComponent | string)[]
): XmlComponent {
  const present = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value], index) => [`a${index}`, { key, value }] as const);
  // The library takes text among the children of every element, but its types do not say so.
  const content = children.map((child) =>
    typeof child === 'string' ? withoutForbidden(child) : child,
  ) as XmlComponent[];
  return new BuilderElement({
    name,
    ...(present.length > 0 ? { attributes: Object.fromEntries(present) as never } : {}),
    children: content,
  });
}

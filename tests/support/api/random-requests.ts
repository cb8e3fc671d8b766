import type { apiDocument } from '#lib/api/document';
import type { Chance } from '#tests/support/run/seeded-random';

type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  minimum?: number;
  maximum?: number;
  format?: string;
  examples?: readonly unknown[];
}>;
type Document = ReturnType<typeof apiDocument>;

/** What no schema allows, or only by chance: of another type, too long, not to be stored. */
const odd: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e21,
  '',
  ' ',
  'x'.repeat(30_000),
  '\u0000',
  '\ud800',
  '=1+1',
  "' or 1=1 --",
  '٣',
  '../..',
  [],
  {},
  [[[]]],
  { a: { b: 1 } },
];

/** Makes values by the schemas of the document, with something odd in the place of a few. */
export function randomRequests(document: Document, by: Chance, known: readonly string[]) {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const resolved = (schema: Schema): Schema =>
    schema.$ref ? schemas[schema.$ref.split('/').at(-1)!]! : schema;

  function text({ format }: Schema): string {
    if (format === 'date') return by.oneOf(['2020-02-29', '2023-06-30', '2019-12-31']);
    if (format === 'base64') return Buffer.from('article,text\n5,Training\n').toString('base64');
    return by.oneOf([...known, 'II', 'en', '5', '12', 'general', 'A reason.', 'Training.']);
  }

  function value(asked: Schema): unknown {
    if (by.happens(0.04)) return by.oneOf(odd);
    const schema = resolved(asked);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return by.oneOf(schema.enum);
    const either = schema.anyOf ?? schema.oneOf;
    if (either) return value(by.oneOf(either));
    const { type, minimum = 0 } = schema;
    switch (Array.isArray(type) ? by.oneOf(type) : type) {
      case 'string':
        return text(schema);
      case 'integer':
      case 'number':
        return minimum + by.below(60);
      case 'boolean':
        return by.happens(0.5);
      case 'array':
        return Array.from({ length: by.below(4) }, () => value(schema.items ?? {}));
      case 'object':
        return object(schema);
      default:
        return null;
    }
  }

  function object({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const entries = Object.entries(properties)
      .filter(([name]) => required.includes(name) || by.happens(0.5))
      .map(([name, each]) => [name, value(each)]);
    const more = by.happens(0.03) ? [['unknown', 1]] : [];
    return Object.fromEntries([...entries, ...more]) as Record<string, unknown>;
  }
  return { object, value };
}

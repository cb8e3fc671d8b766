import type { apiDocument } from '#lib/api/document';

type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
}>;
type Content = Readonly<Record<string, Readonly<{ schema?: Schema }>>>;
type Described = Readonly<{
  operationId: string;
  parameters?: readonly Readonly<{
    in: string;
    name: string;
    required?: boolean;
    schema: Schema;
  }>[];
  requestBody?: Readonly<{ content: Content }>;
  responses: Readonly<Record<string, Readonly<{ content?: Content }>>>;
}>;

const json = 'application/json';
const quoted = (value: unknown) => JSON.stringify(value);

/** The type of TypeScript that a schema describes. */
function typeOf(schema: Schema | undefined): string {
  if (!schema) return 'unknown';
  const { $ref, const: only, enum: values, type, items, properties } = schema;
  if ($ref) return $ref.split('/').at(-1)!;
  if (only !== undefined) return quoted(only);
  if (values) return values.map(quoted).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return `(${either.map(typeOf).join(' | ')})`;
  if (schema.allOf) return `(${schema.allOf.map(typeOf).join(' & ')})`;
  if (Array.isArray(type)) return type.map((each) => typeOf({ ...schema, type: each })).join(' | ');
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'array':
      return `ReadonlyArray<${typeOf(items)}>`;
    case 'object':
      return objectType(schema, properties ?? {});
    default:
      return 'unknown';
  }
}

function objectType(
  { required = [], additionalProperties: more }: Schema,
  properties: Readonly<Record<string, Schema>>,
): string {
  const fields = Object.entries(properties).map(([name, each]) => {
    return `readonly ${quoted(name)}${required.includes(name) ? '' : '?'}: ${typeOf(each)};`;
  });
  if (fields.length === 0 && more !== false)
    return `Readonly<Record<string, ${typeof more === 'object' ? typeOf(more) : 'unknown'}>>`;
  return `{ ${fields.join(' ')} }`;
}

/** The parameters of a place as one object, and whether it may be left out. */
function parametersIn({ parameters = [] }: Described, place: string) {
  const found = parameters.filter((each) => each.in === place);
  const fields = found.map(({ name, required, schema }) => {
    return `${quoted(name)}${required ? '' : '?'}: ${typeOf(schema)};`;
  });
  return { type: `{ ${fields.join(' ')} }`, isOptional: !found.some(({ required }) => required) };
}

function operationType(operation: Described): string {
  const { operationId, requestBody, responses } = operation;
  const fields = (['path', 'query', 'header'] as const).map((place) => {
    const { type, isOptional } = parametersIn(operation, place);
    return `${place}${isOptional ? '?' : ''}: ${type};`;
  });
  const body = requestBody ? `body: ${typeOf(requestBody.content[json]?.schema)};` : '';
  const answer = responses['200'] ?? responses['201'];
  const answered = answer?.content?.[json];
  return `${quoted(operationId)}: { asked: { ${fields.join(' ')} ${body} }; answer: ${answered ? typeOf(answered.schema) : 'string'} };`;
}

/**
 * A client of the API as one file of TypeScript, generated from its description: the types of every
 * operation, and a function that asks.
 */
export function typedClient(document: ReturnType<typeof apiDocument>): string {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Described>>).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  );
  const addresses = Object.fromEntries(
    operations.map(({ path, method, operation }) => [operation.operationId, [method, path]]),
  );
  return [
    ...Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`),
    `export type Operations = {\n${operations.map(({ operation }) => operationType(operation)).join('\n')}\n};`,
    `const addresses: Readonly<Record<keyof Operations, readonly [string, string]>> = ${JSON.stringify(addresses)};`,
    clientText,
  ].join('\n');
}

const clientText = `
type Asked = { path?: object; query?: object; header?: object; body?: unknown };
export type Answered<T> = { status: number; headers: Headers; data: T };
export function createClient(base: string, token?: string) {
  return async <Id extends keyof Operations>(
    id: Id,
    asked: Operations[Id]['asked'],
  ): Promise<Answered<Operations[Id]['answer']>> => {
    const [method, path] = addresses[id];
    const { path: segments = {}, query = {}, header = {}, body } = asked as Asked;
    const at = path.replace(/\\{(\\w+)\\}/g, (_, name: string) =>
      encodeURIComponent(String((segments as Record<string, unknown>)[name])),
    );
    const search = String(new URLSearchParams(query as Record<string, string>));
    const response = await fetch(base + at + (search ? '?' + search : ''), {
      method,
      headers: {
        ...(header as Record<string, string>),
        ...(token ? { authorization: 'Bearer ' + token } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const data = isJson && text !== '' ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, data };
  };
}
`;

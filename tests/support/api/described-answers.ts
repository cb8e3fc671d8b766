import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { apiDocument } from '#lib/api/document';
import type { Operation } from '#lib/api/model/operation';
import { randomRequests } from '#tests/support/api/random-requests';
import type { Chance } from '#tests/support/run/seeded-random';

type Responses = Readonly<Record<string, { content?: Record<string, { schema?: object }> }>>;
type Described = Readonly<{
  responses: Responses;
  requestBody?: { content: { 'application/json': { schema: object } } };
  parameters?: { in: string; name: string; schema: object; required?: boolean }[];
}>;
type Document = ReturnType<typeof apiDocument>;

const describedBy = (document: Document, { path, method }: Operation): Described =>
  (document.paths as Record<string, Record<string, Described>>)[path]![method.toLowerCase()]!;

const inPointer = (part: string) =>
  part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');

/** An answer of the API; `json` is null where it is none. */
export type ApiAnswer = Readonly<{ status: number; type: string; text: string; json: unknown }>;

/** Checks answers against the description: what does not fit, or undefined. */
export function answerCheck(document: Document) {
  const ajv = new Ajv({ strict: false, allErrors: false });
  addFormats(ajv);
  ajv.addSchema(document, 'document');
  return (operation: Operation, { status, type, text, json }: ApiAnswer): unknown => {
    const described = describedBy(document, operation).responses[String(status)];
    const place = ['paths', operation.path, operation.method.toLowerCase(), 'responses'];
    const media = [String(status), 'content', type, 'schema'];
    const $ref = `document#/${[...place, ...media].map(inPointer).join('/')}`;
    const isFit =
      status < 500 &&
      described !== undefined &&
      (json === null || (described.content?.[type] && ajv.validate({ $ref }, json)));
    return isFit ? undefined : [operation.id, status, type, text.slice(0, 300), ajv.errors];
  };
}

/** A request to an operation, made by chance from its description. */
export function requestMaker(
  document: Document,
  by: Chance,
  { known, own }: { known: readonly string[]; own: Readonly<Record<string, readonly string[]>> },
) {
  const make = randomRequests(document, by, known);
  return (operation: Operation) => {
    const { method, path, query, body } = operation;
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => {
      if (name === 'figure') return by.oneOf(['figure-1', 'figure-2', 'tags', 'none']);
      const ofKind = own[path.split('/')[1]!] ?? ['x'];
      return encodeURIComponent(by.oneOf(by.happens(0.9) ? ofKind : known));
    });
    const described = describedBy(document, operation);
    const parameters = (described.parameters ?? []).filter((each) => each.in === 'query');
    const sent = parameters
      .filter(({ required, name }) => required || (name !== 'fields' && by.happens(0.25)))
      .map(({ name, schema }) => [name, String(make.value(schema))]);
    const headers: Readonly<Record<string, string>> =
      method === 'GET' ? {} : { 'if-match': `"v${1 + by.below(3)}"` };
    const schema = described.requestBody?.content['application/json'].schema;
    return {
      method,
      path: address + (query ? `?${new URLSearchParams(sent)}` : ''),
      ...(body ? { body: make.object((schema ?? {}) as never) } : {}),
      headers,
    };
  };
}

import 'server-only';
import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { apiTags, type Operation } from '#lib/api/model/operation';
import { operations } from '#lib/api/operations/all';
import { apiScopes } from '#lib/base/api-scopes';
import { environment } from '#lib/base/env';
import { globalSingleton } from '#lib/base/global-singleton';
import { translator, type Translate } from '#lib/text/i18n';

/** What an operation does, in the language of the reader. */
export function operationText(t: Translate, { id, tag, verb }: Operation): string {
  if (verb !== undefined)
    return t(`api.moves.${tag as 'Needs' | 'Reviews' | 'Matches' | 'Notes' | 'Vocabulary'}`, {
      verb,
    });
  return t(`api.operations.${id as 'read-need'}`);
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          pointer: z.string().optional(),
          message: z.string(),
          parameter: z.string().optional(),
          value: z.string().optional(),
          valid: z.array(z.string()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'What is wrong (RFC 9457)' });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

function problemResponses({ method, changes, body, path }: Operation) {
  return {
    '400': problem('The request is malformed'),
    '401': problem('A valid token is needed'),
    '403': problem('The account or its token may not do this'),
    ...(path.includes('{') || method !== 'GET' ? { '404': problem('There is no such thing') } : {}),
    ...(method === 'GET'
      ? {}
      : {
          '409': problem('The present state does not allow it'),
          '411': problem('The length of the body is missing'),
          '413': problem('The body is too large'),
          '415': problem('The body is not JSON'),
        }),
    ...(changes
      ? { '412': problem('It has changed since'), '428': problem('If-Match is missing') }
      : {}),
    ...(body ? { '422': problem('Some values are not valid') } : {}),
    '429': problem('Too many requests'),
    '500': problem('The register has failed'),
    '503': problem('The register cannot do it now'),
  };
}

const answerHeaders = z.object({
  ETag: z.string().meta({ description: 'The version of the answer' }).optional(),
  Link: z.string().meta({ description: 'The neighbouring pages of a list' }).optional(),
});

type Shaped = z.ZodType &
  Readonly<{
    shape?: Readonly<{ items?: Shaped }>;
    element?: Shaped;
    partial?: () => z.ZodType;
    extend?: (shape: object) => z.ZodType;
  }>;

const sparseSchemas = new WeakMap<z.ZodType, z.ZodType>();

/** A thing of which `fields` may leave out any field. */
function sparse(schema: Shaped): z.ZodType {
  const known = sparseSchemas.get(schema);
  if (known) return known;
  const { id } = z.globalRegistry.get(schema) ?? {};
  const some = schema.partial?.() ?? schema;
  const described = typeof id === 'string' ? some.meta({ id: `${id}Fields` }) : some;
  sparseSchemas.set(schema, described);
  return described;
}

/** What an operation answers: whole, or with the fields that are asked for. */
function answerSchema({ answer, query }: Operation): z.ZodType {
  if (!query || !Object.hasOwn(query.shape, 'fields')) return answer;
  const { shape, element, extend } = answer as Shaped;
  if (element) return z.union([answer, z.array(sparse(element))]);
  const item = shape?.items?.element;
  if (!item) return z.union([answer, sparse(answer as Shaped)]);
  return z.union([answer, extend!({ items: z.array(sparse(item)) })]);
}

function answerOf(operation: Operation) {
  const { media, status: entered, method } = operation;
  const status = entered ?? 200;
  const content = media
    ? Object.fromEntries(media.map((type) => [type, { schema: z.string() }]))
    : { 'application/json': { schema: answerSchema(operation) } };
  return {
    [String(status)]: {
      description: status === 201 ? 'Entered' : 'Done',
      headers: answerHeaders,
      content,
    },
    ...(method === 'GET' && !media ? { '304': { description: 'Not changed since' } } : {}),
  };
}

const writeHeaders = (changes: boolean) =>
  z.object({
    'Idempotency-Key': z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'The same request sent again with it is done once' }),
    ...(changes
      ? { 'If-Match': z.string().meta({ description: 'The entity tag of the version seen' }) }
      : {}),
  });

/** The variable segments of a path. */
const segmentsOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

function describeOperation(t: Translate, operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, method, path, query, body, changes, scope, isPublic, example } = operation;
  const names = segmentsOf(path);
  const given = example.path ?? {};
  const pathSchema = z.object(
    Object.fromEntries(
      names.map((name) => [
        name,
        z
          .string()
          .max(200)
          .meta({ examples: [given[name] ?? 'id'] }),
      ]),
    ),
  );
  const byToken = { token: [] };
  return {
    operationId: id,
    tags: [tag],
    summary: operationText(t, operation),
    description: `Scope of a token: ${scope}.${isPublic ? ' Public.' : ''}`,
    security: isPublic ? [{}, byToken] : [byToken],
    requestParams: {
      ...(names.length > 0 ? { path: pathSchema } : {}),
      ...(query ? { query } : {}),
      ...(method === 'GET' ? {} : { header: writeHeaders(changes === true) }),
    },
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: body, example: example.body ?? {} } },
          },
        }
      : {}),
    responses: { ...answerOf(operation), ...problemResponses(operation) },
  } as ZodOpenApiOperationObject;
}

function pathsOf(t: Translate): ZodOpenApiPathsObject {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, ofPath]) => [
      path,
      Object.fromEntries(
        ofPath.map((each) => [each.method.toLowerCase(), describeOperation(t, each)]),
      ),
    ]),
  );
}

function build() {
  const t = translator('en');
  const { origin } = environment().publicUrl;
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: t('site.name'),
      version: '1',
      description: t('api.lead', { base: `${origin}/api/v1` }),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags: apiTags.map((name) => ({ name, description: t(`api.tags.${name}`) })),
    paths: pathsOf(t),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: `A token of an account, with some of the scopes ${apiScopes.join(', ')}`,
        },
      },
    },
  });
}

/** The description of the API as OpenAPI 3.1, made of the table of operations. */
export const apiDocument = () => globalSingleton('api-document', build);

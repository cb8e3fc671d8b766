import 'server-only';
import * as z from 'zod';
import {
  needsChangedSince,
  presentRevision,
  reviewsWithVisibleNeeds,
} from '#lib/api/model/change-queries';
import {
  citationSchema,
  documentSchema,
  editionSchema,
  fieldsParameter,
  id,
  limitParameter,
  pageOf,
  placeParameters,
} from '#lib/api/model/fields';
import { operation, queryOf, type Answer, type Call } from '#lib/api/model/operation';
import { pageOfList, pageSizeOf } from '#lib/api/model/pages';
import { toEdition } from '#lib/api/operations/editions';
import { noteWritingOperations } from '#lib/api/operations/note-writing';
import { citation } from '#lib/api/data/citation';
import { toldRevision } from '#lib/notes/model/edition';
import { atomFeed } from '#lib/api/data/feed';
import { environment } from '#lib/base/env';
import { done, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { isLocale } from '#lib/convention/names';
import { mediaTypes } from '#lib/files/media-types';
import { recordAccess } from '#lib/http/record-access';
import { recordExport } from '#lib/needs/lists/list-commands';
import { fileOfEdition, filesOfEdition } from '#lib/notes/documents/files';
import { documentFormats } from '#lib/notes/model/vocabulary';
import { editionById, visibleEditions } from '#lib/notes/store/queries';
import { auditRows } from '#lib/people/audit/queries';
import { parseAuditFilter } from '#lib/people/audit/schema';
import { auditKinds } from '#lib/people/audit/vocabulary';
import { translator } from '#lib/text/i18n';

const atomType = 'application/atom+xml';

async function readNote({ actor, path }: Call): Promise<Outcome<Answer>> {
  const found = await editionById(actor, path.id!);
  if (!found.ok) return found;
  const { edition } = found.value;
  const files = await filesOfEdition(edition);
  const documents = files.map(({ locale, ...file }) => ({ language: locale, ...file }));
  return done({ body: { ...toEdition(edition), documents }, version: edition.version });
}

async function readDocument({ actor, path }: Call): Promise<Outcome<Answer>> {
  const format = documentFormats.find((known) => known === path.format);
  if (!format || !isLocale(path.language)) return notFound;
  const found = await fileOfEdition(actor, path.id!, path.language, format);
  if (!found) return notFound;
  const name = `${found.symbol.replaceAll('/', '-')}-${path.language}.${format}`;
  await recordAccess(actor, 'download', { path: `/api/v1/notes/${path.id}/documents` });
  return done({ body: null, file: { type: mediaTypes[format], name, content: found.content } });
}

const revisionNumber = /^(?:0|[1-9]\d{0,9})$/;

async function readChanges({ actor, query }: Call): Promise<Outcome<Answer>> {
  const revision = await presentRevision(actor);
  const since = Number(query.get('since'));
  if (since > revision) return invalid('since', 'api.faults.value');
  const size = pageSizeOf(query);
  const found = await needsChangedSince(actor, since, {
    after: query.get('after'),
    size: size + 1,
  });
  const needs = found.slice(0, size);
  const after = found.length > size ? needs.at(-1)!.id : null;
  const reviews = await reviewsWithVisibleNeeds(actor);
  return done({ body: { since, revision, reviews, needs, after }, links: { after } });
}

/** How an edition is cited: one whose numbers stand, so frozen or published. */
async function citeNote({ actor, locale, path }: Call): Promise<Outcome<Answer>> {
  const found = await editionById(actor, path.id!);
  if (!found.ok) return found;
  const { edition } = found.value;
  const revision = toldRevision(edition);
  if (revision === null) return notFound;
  const title = [edition.symbol, edition.title[locale]].filter(Boolean).join('. ');
  const { cutoff, documentDate: date } = edition;
  const at = `notes/${edition.id}`;
  return done({
    body: citation({ locale, kind: 'report', title, path: at, cutoff, revision, date }),
  });
}

const noteOperations = [
  operation({
    id: 'cite-note',
    method: 'GET',
    path: '/citations/notes/{id}',
    tag: 'Notes',
    scope: 'read',
    isPublic: true,
    answer: citationSchema,
    example: { path: { id: '{note}' } },
    run: citeNote,
  }),
  operation({
    id: 'list-notes',
    method: 'GET',
    path: '/notes',
    tag: 'Notes',
    scope: 'read',
    isPublic: true,
    query: z.object({ ...placeParameters, limit: limitParameter, fields: fieldsParameter }),
    answer: pageOf(editionSchema),
    example: { query: 'limit=2' },
    run: async ({ actor, query }) => pageOfList(await visibleEditions(actor), query, toEdition),
  }),
  operation({
    id: 'read-note',
    method: 'GET',
    path: '/notes/{id}',
    tag: 'Notes',
    scope: 'read',
    isPublic: true,
    query: z.object({ fields: fieldsParameter }),
    answer: editionSchema
      .extend({ documents: z.array(documentSchema) })
      .meta({ id: 'EditionWithDocuments' }),
    example: { path: { id: '{note}' } },
    run: readNote,
  }),
  operation({
    id: 'read-note-document',
    method: 'GET',
    path: '/notes/{id}/documents/{language}/{format}',
    tag: 'Notes',
    scope: 'read',
    isPublic: true,
    answer: z.string(),
    media: documentFormats.map((format) => mediaTypes[format]),
    example: { path: { id: '{note}', language: 'en', format: 'docx' } },
    run: readDocument,
  }),
];

/** The published editions of the note, as a feed in the language that is asked for. */
async function readFeed({ actor, locale }: Call): Promise<Outcome<Answer>> {
  const { origin } = environment().publicUrl;
  const entries = (await visibleEditions(actor)).flatMap((edition) =>
    edition.status !== 'published'
      ? []
      : [
          {
            address: `${origin}/${locale}/notes/${edition.id}`,
            title: [edition.symbol, edition.title[locale]].filter(Boolean).join(' '),
            // One that was published before instants were kept has the day of its document.
            published: edition.publishedAt ?? `${edition.documentDate}T00:00:00.000Z`,
          },
        ],
  );
  const title = translator(locale)('site.name');
  const address = `${origin}/api/v1/feed`;
  const content = new TextEncoder().encode(atomFeed({ address, language: locale, title, entries }));
  return done({ body: null, file: { type: atomType, name: 'feed.atom', content } });
}

const auditRow = z
  .object({
    at: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    kind: z.enum(auditKinds),
    change: z.object({ verb: z.string(), entity: z.string() }).optional(),
    what: z.string(),
    network: z.string().nullable(),
    log: z.enum(['change', 'event']),
    seq: z.int(),
  })
  .meta({ id: 'AuditRow' });

async function readAudit({ actor, query }: Call): Promise<Outcome<Answer>> {
  if (actor.role !== 'administrator') return forbidden('role');
  const filter = parseAuditFilter(queryOf(query));
  const wrong = [...query.keys()].find(
    (name) => query.get(name) !== '' && String(filter[name as keyof typeof filter]) === '',
  );
  if (wrong) return invalid(wrong, 'api.faults.value');
  await recordExport(actor, { path: '/api/v1/audit', query: `?${query}` });
  const { rows, hasMore } = await auditRows(actor, filter);
  return done({ body: { rows, page: filter.page, more: hasMore } });
}

const word = z.string().max(64).optional();

export const registerOperations = [
  ...noteOperations,
  ...noteWritingOperations,
  operation({
    id: 'read-feed',
    method: 'GET',
    path: '/feed',
    tag: 'Following',
    scope: 'read',
    isPublic: true,
    answer: z.string(),
    media: [atomType],
    example: {},
    run: readFeed,
  }),
  operation({
    id: 'read-changes',
    method: 'GET',
    path: '/changes',
    tag: 'Following',
    scope: 'read',
    isPublic: true,
    query: z.object({
      since: z.string().regex(revisionNumber),
      after: placeParameters.after,
      limit: limitParameter,
    }),
    answer: z.object({
      since: z.int(),
      revision: z.int(),
      reviews: z.array(id).meta({ description: 'The reviews of which needs are seen' }),
      needs: z.array(
        z.object({
          id,
          review: id,
          counts: z.boolean().meta({ description: 'Whether the need counts now' }),
        }),
      ),
      after: z.string().nullable(),
    }),
    example: { query: 'since=0&limit=2' },
    run: readChanges,
  }),
  operation({
    id: 'read-audit',
    method: 'GET',
    path: '/audit',
    tag: 'Audit',
    scope: 'audit',
    query: z.object({
      person: word,
      kind: z.enum(auditKinds).optional(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      network: word,
      about: word,
      page: z
        .string()
        .regex(/^[1-9]\d{0,2}$/)
        .optional(),
    }),
    answer: z.object({ rows: z.array(auditRow), page: z.int(), more: z.boolean() }),
    example: { query: 'kind=sign-in' },
    run: readAudit,
  }),
];

import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { encoded, sender } from '#tests/support/pages/raw-requests';
import { emails, needsOfEachStatus, reviewWithGuest } from '#tests/support/pages/samples';
import { signedIn } from '#tests/support/pages/sign-in';
import { campaign } from '#tests/support/run/campaign';

/** Who reads the pages of a register; a reader has no account. */
export const readers = ['reader', 'focal', 'reviewer', 'manager', 'administrator'] as const;
export type Reader = (typeof readers)[number];
export type PagesByRole = Readonly<Record<Reader, readonly string[]>>;

export const emailOf = (reader: Reader): string | undefined =>
  reader === 'reader' ? undefined : emails[reader];

const id = '([0-9a-f-]{36})';

const edition = {
  symbol: 'NR/2023/looked',
  chapters: 'II',
  cutoff: '2023-02-28',
  previousCutoff: '2021-10-31',
  session: '14',
  agendaItem: '5',
  documentDate: '2023-03-27',
  sourceLocale: 'en',
} as const;

/** The edition of a note, a hub and an activity of a demonstration server. */
async function madeByManager(url: string) {
  const manager = await sender(url, emails.manager);
  const found = async (path: string, pattern: RegExp) =>
    pattern.exec((await manager.get(path)).text);
  const opened = await manager.post('/en/notes/open', encoded(Object.entries(edition)));
  const note = new RegExp(`/notes/${id}`).exec(opened.location)?.[1];
  const hub = await found('/en/assistance/hubs', new RegExp(`/assistance/hubs/${id}`));
  const activity = await found('/en/assistance', new RegExp(`/assistance/${id}`));
  const plan = crypto.randomUUID();
  await manager.post(
    '/en/assistance/plans/begin',
    encoded([
      ['id', plan],
      ['title', 'A plan'],
    ]),
  );
  if (!note || !hub || !activity) throw new Error('a page that should be shown has no address');
  return { note, plan, hub: hub[1]!, activity: activity[1]! };
}

const ofSummaries = [
  '',
  '/regions/AFR',
  '/regions',
  '/trends',
  '/completeness',
  '/completed',
  '/matrices',
  '/chapters',
  '/articles',
  '/articles/5',
  '/categories',
  '/categories/policymaking',
  '/types',
  '/cross-cutting',
  '/needs?region=AFR',
  '/states?article=5',
  '/figures/figure-1',
  '/compare?since=2021-10-31&cutoff=2023-02-28',
  '/against-the-note',
  '?chapter=V&cutoff=2016-01-01',
  '?cutoff=2023-02-30&chapter=IX',
].map((path) => `/summaries${path}`);

const ofNote = [
  '',
  '/head',
  '/write',
  '/moved',
  '/checks',
  '/compare',
  '/translate?language=ar',
  '/text',
  '/annex',
  '/blocks/overall.articles',
];

/** Pages of a demonstration server as each reads them; what they show, this makes first. */
export async function pagesByRole(url: string): Promise<PagesByRole> {
  const needs = await needsOfEachStatus(url);
  const guest = await reviewWithGuest(url, 'A Guest');
  const { note, plan, hub, activity } = await madeByManager(url);
  const need = (status: keyof typeof needs, page = '') => `/needs/${needs[status]}${page}`;
  const review = (page = '') => `/reviews/${guest.review}${page}`;
  return {
    reader: [
      '',
      '/accounts/sign-in',
      '/accounts/forgotten-password',
      `/accounts/invitations/${guest.invitation}`,
      '/accounts/invitations/none',
      '/needs',
      need('approved'),
      '/no/such/page',
      '/guide',
      '/glossary',
      '/api',
      '/notes',
      '/assistance',
      `/assistance/${activity}`,
      '/assistance/hubs',
      `/assistance/hubs/${hub}`,
      '/assistance/unmet',
      ...ofSummaries,
    ],
    focal: [
      '',
      '/needs',
      '/needs?status=approved',
      need('draft'),
      need('submitted'),
      need('returned'),
      need('recoded'),
      need('withdrawn'),
      need('draft', '/check'),
      need('returned', '/change'),
      need('draft', '/history'),
      need('unfinished', '/change?check=1'),
      `/needs/new?id=${randomUUID()}`,
      '/needs/returned',
      '/reviews',
      review(),
      review('/grid'),
      review('/self-assessment'),
      review('/import'),
      review('/submission'),
      review('/priorities'),
      '/assistance/claims',
      '/accounts/me',
      '/accounts/second-factor',
      '/accounts/tokens',
      '/accounts/colleagues',
      '/accounts',
    ],
    reviewer: [
      '',
      '/needs',
      need('submitted'),
      need('recoded'),
      need('own'),
      need('approved'),
      need('submitted', '/recoding'),
      `/needs/new?id=${randomUUID()}`,
      '/reviews',
      '/decisions',
      '/coding',
    ],
    manager: [
      '',
      '/needs/translations',
      need('approved', '/translation/ar'),
      '/reviews',
      review(),
      '/summaries/completeness',
      '/summaries/answered?chapter=II&region=AFR',
      '/progress',
      '/reviewers',
      '/coding',
      '/assistance/new',
      '/assistance/import',
      '/assistance/matches',
      '/assistance/plans',
      `/assistance/plans/${plan}`,
      `/assistance/hubs/${hub}/change`,
      `/assistance/${activity}/change`,
      '/assistance/hubs/new',
      '/summaries/against-the-note/notes/manage',
      '/notes/new',
      ...ofNote.map((path) => `/notes/${note}${path}`),
    ],
    administrator: [
      '',
      '/reviews',
      '/reviews/new',
      review(),
      review('/checklist'),
      need('submitted'),
      '/accounts',
      '/admin/audit',
      '/admin/operation',
      '/admin/outbox',
      '/admin/settings',
      '/admin/permissions',
      '/admin/terms',
      '/admin/terms/change?kind=topic&code=statistics',
    ],
  };
}

/** Pages that show each reader something else. */
const anotherForEach = /^(\/needs|\/reviews\/[0-9a-f-]{36})?$/;
/** Who comes first to an address that several can open: whoever can do most there. */
const inOrder = ['reviewer', 'administrator', 'focal', 'manager', 'reader'] as const;

/** In the gate each address is looked at once, by one reader; a campaign looks at each as everybody. */
export function pagesOnce(pages: PagesByRole, reader: Reader): readonly string[] {
  if (campaign) return pages[reader];
  const before = inOrder.slice(0, inOrder.indexOf(reader)).flatMap((other) => pages[other]);
  return pages[reader].filter((path) => anotherForEach.test(path) || !before.includes(path));
}

/** One page of each kind of these: a table, a figure, a form, a text, a list, an error. */
export function samplesOf(pages: PagesByRole): PagesByRole {
  const chosen: Readonly<Record<Reader, RegExp>> = {
    reader: /^\/(no\/such\/page|summaries|summaries\/regions\/AFR)$/,
    focal: /^\/needs$|\/(grid|change\?check=1)$/,
    reviewer: /\/recoding$/,
    manager: /^\/notes\/[^/]+\/(write|text)$/,
    administrator: /^\/admin\/terms$|^\/reviews\/[0-9a-f-]{36}$/,
  };
  const of = (reader: Reader) => pages[reader].filter((path) => chosen[reader].test(path));
  return {
    reader: of('reader'),
    focal: of('focal'),
    reviewer: of('reviewer'),
    manager: of('manager'),
    administrator: of('administrator'),
  };
}

/** The browser belongs to this reader from now on. */
export async function readingAs(page: Page, url: string, reader: Reader): Promise<void> {
  const email = emailOf(reader);
  await page.context().clearCookies();
  if (email) await signedIn(page, url, { email });
}

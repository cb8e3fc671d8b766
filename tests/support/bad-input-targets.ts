import { randomUUID } from 'node:crypto';
import type { Chance } from '#tests/support/chance';
import type { Field } from '#tests/support/mutations';

/** What a form refers to that is really there. */
export type There = Readonly<{ need: string; version: string; review: string; reviewVersion: string; account: string; token: string }>;
export type Form = Readonly<{ path: (there: There) => string; fields: (there: There, by: Chance) => Field[] }>;

const contentOf = (by: Chance): Field[] => [
  ['chapter', by.oneOf(['II', 'V', 'III', ''])], ['articles', by.oneOf(['5', '7', '9', '51', 'general'])], ['articles', by.oneOf(['8', '10'])], ['category', by.oneOf(['capacity-building', 'legislative-assistance', 'policymaking', ''])],
  ['subcategory', by.oneOf(['cb-training', 'cb-structures', 'la-drafting', ''])], ['types', by.oneOf(['staff-training', 'on-site'])], ['tags', 'training'], ['targetGroups', 'officials'], ['priority', by.oneOf(['1', '2', '', '999'])],
  ['text', 'Training of procurement officers.'], ['language', by.oneOf(['en', 'ar', 'zh'])], ['quote', 'A quoted passage.'], ['paragraph', '12'],
];
const ofNeed = (verb: string, fields: (there: There, by: Chance) => Field[]): Form =>
  ({ path: ({ need }) => `/en/needs/${need}/${verb}`, fields: (there, by) => [['version', there.version], ...fields(there, by)] });
const ofReview = (verb: string, fields: (there: There) => Field[]): Form => ({ path: ({ review }) => `/en/reviews/${review}/${verb}`, fields });
const at = (path: string, fields: (there: There, by: Chance) => Field[]): Form => ({ path: () => path, fields });
const reason = (): Field[] => [['reason', 'A reason.']];

/** Every form of the register but the one that ends the session, with what a person would send. */
export const forms: readonly Form[] = [
  at('/en/needs/enter', ({ review }, by) => [['id', randomUUID()], ['review', review], ['then', by.oneOf(['draft', 'check'])], ...contentOf(by)]),
  at('/ar/needs/enter', ({ review }, by) => [['id', randomUUID()], ['review', review], ...contentOf(by)]),
  ofNeed('edit', (_, by) => [['then', 'check'], ...contentOf(by)]), ofNeed('edit', (_, by) => contentOf(by)), ofNeed('recode', (_, by) => [...reason(), ...contentOf(by)]),
  ofNeed('submit', () => []), ofNeed('submit', () => []), ofNeed('approve', () => []), ofNeed('return', reason), ofNeed('reopen', reason), ofNeed('withdraw', reason),
  at('/en/reviews/create', (_, by) => [['state', by.oneOf(['KEN', 'FRA', 'BRA', 'CHN', 'NIU'])], ['cycle', by.oneOf(['1', '2'])], ['region', '']]),
  ofReview('set-completion', ({ reviewVersion }) => [['version', reviewVersion], ['completedOn', '2024-02-29'], ['symbol', 'CAC/COSP/IRG/II/1/1']]), ofReview('publish', ({ reviewVersion }) => [['version', reviewVersion]]),
  ofReview('appoint', ({ account }) => [['accountId', account]]), ofReview('release', ({ account }) => [['accountId', account]]),
  at('/en/accounts/invite', ({ review }, by) => [['email', `${randomUUID()}@example.org`], ['name', 'A Name'], ['role', by.oneOf(['focal-point', 'reviewer', 'manager', 'administrator'])], ['review', review]]),
  at('/en/accounts/reset-password', ({ account }) => [['accountId', account]]),
  at('/en/accounts/change-password', () => [['current', 'not the right password'], ['password', 'another long password']]),
  at('/fr/accounts/remember-language', (_, by) => [['language', by.oneOf(['fr', 'es'])], ['next', '/fr/needs']]),
  at('/ru/accounts/begin-session', () => [['email', 'nobody@example.org'], ['password', 'not the right password'], ['next', '/ru/needs'], ['kept', '{"page":"/ru/needs/new","sentTo":"/ru/needs/enter","form":{"text":["x"]}}']]),
  { path: ({ token }) => `/zh/accounts/invitations/${token}/accept`, fields: () => [['name', 'A Name'], ['password', 'another long password']] },
  at('/api/auth/callback/credentials', () => [['csrfToken', 'x'], ['email', 'nobody@example.org'], ['password', 'x'], ['json', 'true']]), at('/api/auth/signout', () => [['csrfToken', 'x'], ['callbackUrl', '/en']]),
];

const summary = ['cycle', 'chapter', 'cutoff'];
/** Every page and address to read, with the parameters that it knows. */
export const pages: readonly Readonly<{ path: (there: There) => string; parameters: readonly string[] }>[] = [
  ...['', '/change', '/check', '/recoding'].map((page) => ({ path: ({ need }: There) => `/en/needs/${need}${page}`, parameters: ['done', 'check'] })),
  { path: () => '/en/needs', parameters: ['status', 'show', 'review', 'page'] }, { path: () => '/ar/needs/new', parameters: ['review'] },
  { path: ({ review }) => `/es/reviews/${review}`, parameters: [] }, { path: () => '/en/reviews', parameters: [] }, { path: () => '/en/reviews/new', parameters: [] },
  { path: () => '/en', parameters: [] }, { path: () => '/en/accounts/sign-in', parameters: ['next', 'done'] }, { path: () => '/en/accounts/me', parameters: ['done'] },
  { path: () => '/en/accounts', parameters: [] }, { path: ({ token }) => `/en/accounts/invitations/${token}`, parameters: [] }, { path: () => '/en/accounts/invited', parameters: [] },
  { path: () => '/zh/summaries', parameters: summary }, { path: () => '/en/summaries/articles/5', parameters: summary }, { path: () => '/en/summaries/categories/capacity-building', parameters: summary },
  { path: () => '/en/summaries/regions/AFR', parameters: summary }, { path: () => '/en/summaries/types', parameters: summary }, { path: () => '/en/summaries/cross-cutting', parameters: summary },
  ...[1, 2, 3].map(() => ({ path: () => '/api/v1/summary', parameters: [...summary, 'region', 'category', 'subcategory', 'article', 'type', 'tag', 'topic', 'revision'] })),
  { path: () => '/api/auth/session', parameters: ['callbackUrl', 'error'] }, { path: () => '/api/auth/signin', parameters: ['callbackUrl', 'error'] }, { path: () => '/api/auth/error', parameters: ['error'] },
];

import { noteReadRows } from '#tests/support/permissions/notes-table';
import {
  everyone,
  signedIn,
  type ByActor,
  type ReadOutcome,
} from '#tests/support/permissions/outcomes';

/** A page or an address that is read, with what comes of it. */
export type ReadRow = Readonly<{
  entry: string;
  path: string;
  outcomes: ByActor<ReadOutcome>;
  withoutServer?: ByActor<ReadOutcome>;
}>;

/**
 * All else that can be read, and what comes of it for each actor. `{A}` stands for the review of A,
 * `{note frozen}` for an edition of the note in that state. The entry is the one of the build's
 * manifest.
 */
export const readTable: readonly ReadRow[] = [
  { entry: '/[locale]/page', path: '/en', outcomes: everyone('shown') },
  { entry: '/[locale]/needs/page', path: '/en/needs', outcomes: everyone('shown') },
  {
    entry: '/[locale]/needs/page',
    path: '/en/needs?show=all&review={A}',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/needs/page',
    path: '/en/needs?status=draft&review={B}',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/needs/new/page',
    path: '/en/needs/new?id=00000000-0000-4000-8000-00000000000e',
    outcomes: {
      ...signedIn('shown'),
      manager: 'forbidden',
      administrator: 'forbidden',
      provider: 'forbidden',
      adviser: 'forbidden',
    },
  },
  {
    entry: '/[locale]/needs/new/page',
    path: '/en/needs/new?review={B}&id=00000000-0000-4000-8000-00000000000e',
    outcomes: {
      ...signedIn('shown'),
      manager: 'forbidden',
      administrator: 'forbidden',
      provider: 'forbidden',
      adviser: 'forbidden',
    },
  },
  {
    entry: '/[locale]/needs/returned/page',
    path: '/en/needs/returned',
    outcomes: {
      ...signedIn('shown'),
      manager: 'forbidden',
      administrator: 'forbidden',
      'contributor of A': 'forbidden',
      provider: 'forbidden',
      adviser: 'forbidden',
    },
  },
  { entry: '/[locale]/glossary/page', path: '/en/glossary', outcomes: everyone('shown') },
  { entry: '/[locale]/guide/page', path: '/en/guide', outcomes: everyone('shown') },
  {
    entry: '/[locale]/likeness/route',
    path: '/en/likeness?text=training',
    outcomes: { ...everyone('shown'), anonymous: 'status 401', deactivated: 'status 401' },
  },
  { entry: '/[locale]/needs/export/route', path: '/en/needs/export', outcomes: everyone('shown') },
  {
    entry: '/[locale]/needs/[id]/translation/[language]/page',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/translation/ar',
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/needs/translations/page',
    path: '/en/needs/translations',
    outcomes: {
      ...signedIn('shown'),
      administrator: 'forbidden',
      provider: 'forbidden',
      adviser: 'forbidden',
    },
  },
  {
    entry: '/[locale]/needs/translations/[preview]/page',
    path: '/en/needs/translations/00000000-0000-4000-8000-000000000001',
    outcomes: {
      ...signedIn('not-found'),
      administrator: 'forbidden',
      provider: 'forbidden',
      adviser: 'forbidden',
    },
  },
  {
    entry: '/[locale]/needs/translations/export/route',
    path: '/en/needs/translations/export?from=en&to=ar',
    // Who has nothing to translate is led to the page that says so.
    outcomes: {
      ...everyone('status 303'),
      'focal point of A': 'shown',
      'focal point of B': 'shown',
      'reviewer of A': 'shown',
      'recoder of A': 'shown',
      manager: 'shown',
      'contributor of A': 'shown',
    },
  },
  {
    entry: '/[locale]/needs/[id]/history/page',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/history',
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/coding/page',
    path: '/en/coding',
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'shown',
      'recoder of A': 'shown',
      'reviewer of D': 'shown',
      manager: 'shown',
      administrator: 'shown',
    },
  },
  {
    entry: '/[locale]/coding/samples/[id]/page',
    path: '/en/coding/samples/00000000-0000-4000-8000-000000000001',
    outcomes: { ...signedIn('forbidden'), manager: 'not-found', administrator: 'not-found' },
  },
  {
    entry: '/[locale]/coding/tasks/[id]/page',
    path: '/en/coding/tasks/00000000-0000-4000-8000-000000000001',
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'not-found',
      'recoder of A': 'not-found',
      'reviewer of D': 'not-found',
    },
  },
  {
    entry: '/[locale]/coding/differences/[id]/page',
    path: '/en/coding/differences/00000000-0000-4000-8000-000000000001',
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'not-found',
      'recoder of A': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'not-found',
      administrator: 'not-found',
    },
  },
  { entry: '/[locale]/notes/page', path: '/en/notes', outcomes: everyone('shown') },
  {
    entry: '/[locale]/notes/new/page',
    path: '/en/notes/new',
    outcomes: { ...signedIn('forbidden'), manager: 'shown' },
  },
  ...['', '/head', '/write', '/moved', '/checks', '/translate', '/compare'].map((page) => ({
    entry: `/[locale]/notes/[id]${page}/page`,
    path: `/en/notes/00000000-0000-4000-8000-000000000001${page}`,
    outcomes: signedIn('not-found'),
  })),
  {
    entry: '/[locale]/notes/[id]/blocks/[key]/page',
    path: '/en/notes/00000000-0000-4000-8000-000000000001/blocks/summary',
    outcomes: signedIn('not-found'),
  },
  ...['text', 'annex'].map((page) => ({
    entry: `/[locale]/notes/[id]/${page}/page`,
    path: `/en/notes/00000000-0000-4000-8000-000000000001/${page}`,
    outcomes: everyone('not-found'),
  })),
  {
    entry: '/[locale]/notes/[id]/documents/[language]/[format]/route',
    path: '/en/notes/00000000-0000-4000-8000-000000000001/documents/en/docx',
    outcomes: everyone('not-found'),
  },
  ...noteReadRows,
  {
    entry: '/[locale]/admin/terms/page',
    path: '/en/admin/terms',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/admin/terms/change/page',
    path: '/en/admin/terms/change?kind=tag&code=training',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/admin/terms/change/page',
    path: '/en/admin/terms/change?kind=tag&code=none',
    outcomes: { ...signedIn('forbidden'), administrator: 'not-found' },
  },
  {
    entry: '/[locale]/admin/terms/recode/page',
    path: '/en/admin/terms/recode?change=none',
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'not-found',
      'recoder of A': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'not-found',
      administrator: 'not-found',
    },
  },
  {
    entry: '/[locale]/admin/outbox/page',
    path: '/en/admin/outbox',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/admin/operation/page',
    path: '/en/admin/operation',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/admin/audit/page',
    path: '/en/admin/audit',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/admin/audit/export/route',
    path: '/en/admin/audit/export',
    outcomes: { ...everyone('not-found'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/reviews/[id]/files/[file]/route',
    path: '/en/reviews/{A}/files/00000000-0000-4000-8000-000000000001',
    outcomes: { ...everyone('not-found'), anonymous: 'status 303', deactivated: 'status 303' },
  },
  {
    entry: '/[locale]/reviews/[id]/priorities/page',
    path: '/en/reviews/{A}/priorities',
    outcomes: {
      ...signedIn('not-found'),
      'focal point of A': 'shown',
      'reviewer of A': 'shown',
      'recoder of A': 'shown',
      manager: 'forbidden',
      administrator: 'forbidden',
      'contributor of A': 'forbidden',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/priorities/page',
    path: '/en/reviews/{B}/priorities',
    outcomes: {
      ...signedIn('not-found'),
      'focal point of B': 'shown',
      manager: 'forbidden',
      administrator: 'forbidden',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/grid/page',
    path: '/en/reviews/{A}/grid',
    outcomes: {
      ...signedIn('shown'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'forbidden',
      administrator: 'forbidden',
      provider: 'not-found',
      adviser: 'not-found',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/grid/page',
    path: '/en/reviews/{B}/grid',
    outcomes: {
      ...signedIn('not-found'),
      'focal point of B': 'shown',
      manager: 'forbidden',
      administrator: 'forbidden',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/self-assessment/page',
    path: '/en/reviews/{A}/self-assessment',
    outcomes: {
      ...signedIn('shown'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'forbidden',
      administrator: 'forbidden',
      provider: 'not-found',
      adviser: 'not-found',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/self-assessment/page',
    path: '/en/reviews/{B}/self-assessment',
    outcomes: {
      ...signedIn('not-found'),
      'focal point of B': 'shown',
      manager: 'forbidden',
      administrator: 'forbidden',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/import/page',
    path: '/en/reviews/{A}/import',
    outcomes: {
      ...signedIn('shown'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'forbidden',
      provider: 'not-found',
      adviser: 'not-found',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/import/page',
    path: '/en/reviews/{B}/import',
    outcomes: {
      ...signedIn('not-found'),
      'focal point of B': 'shown',
      manager: 'forbidden',
      administrator: 'shown',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/import/[preview]/page',
    path: '/en/reviews/{A}/import/00000000-0000-4000-8000-000000000001',
    outcomes: { ...signedIn('not-found'), manager: 'forbidden' },
  },
  {
    entry: '/[locale]/reviews/[id]/import/template/[format]/route',
    path: '/en/reviews/{A}/import/template/csv',
    outcomes: {
      ...everyone('status 303'),
      'focal point of A': 'shown',
      'reviewer of A': 'shown',
      'recoder of A': 'shown',
      administrator: 'shown',
      'contributor of A': 'shown',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/import/template/[format]/route',
    path: '/en/reviews/{B}/import/template/xlsx',
    outcomes: { ...everyone('status 303'), 'focal point of B': 'shown', administrator: 'shown' },
  },
  { entry: '/[locale]/reviews/page', path: '/en/reviews', outcomes: signedIn('shown') },
  {
    entry: '/[locale]/reviews/new/page',
    path: '/en/reviews/new',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/reviews/[id]/page',
    path: '/en/reviews/{A}',
    outcomes: {
      ...signedIn('shown'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      provider: 'not-found',
      adviser: 'not-found',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/page',
    path: '/en/reviews/{B}',
    outcomes: {
      ...signedIn('not-found'),
      'focal point of B': 'shown',
      manager: 'shown',
      administrator: 'shown',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/page',
    path: '/en/reviews/{C}',
    outcomes: { ...signedIn('not-found'), manager: 'shown', administrator: 'shown' },
  },
  {
    entry: '/[locale]/reviews/[id]/page',
    path: '/en/reviews/{D}',
    outcomes: {
      ...signedIn('not-found'),
      'reviewer of D': 'shown',
      manager: 'shown',
      administrator: 'shown',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/submission/page',
    path: '/en/reviews/{A}/submission',
    outcomes: {
      ...signedIn('shown'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      provider: 'not-found',
      adviser: 'not-found',
      manager: 'forbidden',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/checklist/page',
    path: '/en/reviews/{A}/checklist',
    outcomes: {
      ...signedIn('not-found'),
      'focal point of A': 'forbidden',
      'reviewer of A': 'shown',
      'recoder of A': 'shown',
      manager: 'forbidden',
      administrator: 'shown',
      'contributor of A': 'forbidden',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/checklist/page',
    path: '/en/reviews/{B}/checklist',
    outcomes: {
      ...signedIn('not-found'),
      'focal point of B': 'forbidden',
      manager: 'forbidden',
      administrator: 'shown',
    },
  },
  {
    entry: '/[locale]/decisions/page',
    path: '/en/decisions',
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'shown',
      'recoder of A': 'shown',
      'reviewer of D': 'shown',
      administrator: 'shown',
    },
  },
  {
    entry: '/[locale]/decisions/new/page',
    path: '/en/decisions/new?verb=approve&show=queue',
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'shown',
      'recoder of A': 'shown',
      'reviewer of D': 'shown',
    },
  },
  {
    entry: '/[locale]/decisions/[id]/page',
    path: '/en/decisions/00000000-0000-4000-8000-000000000001',
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/progress/page',
    path: '/en/progress',
    outcomes: { ...signedIn('forbidden'), manager: 'shown', administrator: 'shown' },
  },
  {
    entry: '/[locale]/reviewers/page',
    path: '/en/reviewers',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/admin/settings/page',
    path: '/en/admin/settings',
    outcomes: { ...signedIn('forbidden'), manager: 'shown', administrator: 'shown' },
  },
  {
    entry: '/[locale]/accounts/page',
    path: '/en/accounts',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  { entry: '/[locale]/api/page', path: '/en/api', outcomes: everyone('shown') },
  {
    entry: '/[locale]/accounts/tokens/page',
    path: '/en/accounts/tokens',
    outcomes: signedIn('shown'),
  },
  {
    entry: '/[locale]/accounts/tokens/created/page',
    path: '/en/accounts/tokens/created',
    outcomes: signedIn('redirect'),
  },
  { entry: '/[locale]/accounts/me/page', path: '/en/accounts/me', outcomes: signedIn('shown') },
  {
    entry: '/[locale]/accounts/invited/page',
    path: '/en/accounts/invited',
    outcomes: {
      ...signedIn('forbidden'),
      'focal point of A': 'redirect',
      'focal point of B': 'redirect',
      administrator: 'redirect',
    },
  },
  {
    entry: '/[locale]/accounts/colleagues/page',
    path: '/en/accounts/colleagues',
    outcomes: {
      ...signedIn('forbidden'),
      'focal point of A': 'shown',
      'focal point of B': 'shown',
    },
  },
  {
    entry: '/[locale]/accounts/colleagues/letters/[id]/route',
    path: '/en/accounts/colleagues/letters/none',
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/accounts/handed-over/page',
    path: '/en/accounts/handed-over',
    outcomes: everyone('redirect'),
  },
  {
    entry: '/[locale]/admin/permissions/page',
    path: '/en/admin/permissions',
    outcomes: { ...signedIn('forbidden'), administrator: 'shown' },
  },
  {
    entry: '/[locale]/accounts/second-factor/page',
    path: '/en/accounts/second-factor',
    outcomes: signedIn('shown'),
  },
  {
    entry: '/[locale]/accounts/forgotten-password/page',
    path: '/en/accounts/forgotten-password',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/accounts/sign-in/page',
    path: '/en/accounts/sign-in',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/accounts/invitations/[token]/page',
    path: '/en/accounts/invitations/none',
    outcomes: everyone('shown'),
  },
  { entry: '/[locale]/summaries/page', path: '/en/summaries', outcomes: everyone('shown') },
  {
    entry: '/[locale]/summaries/articles/[article]/page',
    path: '/en/summaries/articles/5',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/articles/[article]/page',
    path: '/en/summaries/articles/99',
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/summaries/categories/[category]/page',
    path: '/en/summaries/categories/capacity-building',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/compare/page',
    path: '/en/summaries/compare',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/figures/[figure]/page',
    path: '/en/summaries/figures/figure-1',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/figures/[figure]/page',
    path: '/en/summaries/figures/none',
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/summaries/figures/[figure]/[format]/route',
    path: '/en/summaries/figures/figure-1/csv',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/figures/[figure]/[format]/route',
    path: '/en/summaries/figures/none/csv',
    outcomes: everyone('status 404'),
    withoutServer: everyone('not-found'),
  },
  {
    entry: '/[locale]/summaries/cross-cutting/page',
    path: '/en/summaries/cross-cutting',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/regions/[region]/page',
    path: '/en/summaries/regions/AFR',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/regions/[region]/page',
    path: '/en/summaries/regions/XXX',
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/summaries/regions/page',
    path: '/en/summaries/regions',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/articles/page',
    path: '/en/summaries/articles',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/categories/page',
    path: '/en/summaries/categories',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/matrices/page',
    path: '/en/summaries/matrices',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/chapters/page',
    path: '/en/summaries/chapters',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/trends/page',
    path: '/en/summaries/trends',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/completeness/page',
    path: '/en/summaries/completeness',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/needs/page',
    path: '/en/summaries/needs',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/states/page',
    path: '/en/summaries/states',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/answered/page',
    path: '/en/summaries/answered?chapter=II&region=AFR',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/export/[list]/route',
    path: '/en/summaries/export/needs?chapter=II',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/export/[list]/route',
    path: '/en/summaries/export/compare?chapter=II',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/export/[list]/route',
    path: '/en/summaries/export/needs.xlsx?chapter=II',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/export/[list]/route',
    path: '/en/summaries/export/none',
    outcomes: everyone('status 404'),
    withoutServer: everyone('not-found'),
  },
  {
    entry: '/[locale]/summaries/completed/page',
    path: '/en/summaries/completed',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/types/page',
    path: '/en/summaries/types',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/against-the-note/page',
    path: '/en/summaries/against-the-note',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/summaries/against-the-note/[id]/page',
    path: '/en/summaries/against-the-note/00000000-0000-4000-8000-000000000001',
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/summaries/against-the-note/notes/manage/page',
    path: '/en/summaries/against-the-note/notes/manage',
    outcomes: { ...signedIn('forbidden'), manager: 'shown', administrator: 'shown' },
  },
  {
    entry: '/[locale]/summaries/against-the-note/notes/template/route',
    path: '/en/summaries/against-the-note/notes/template',
    outcomes: { ...everyone('status 303'), manager: 'shown', administrator: 'shown' },
  },
  { entry: '/[locale]/assistance/page', path: '/en/assistance', outcomes: everyone('shown') },
  {
    entry: '/[locale]/assistance/[id]/page',
    path: '/en/assistance/00000000-0000-4000-8000-000000000001',
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/assistance/[id]/change/page',
    path: '/en/assistance/00000000-0000-4000-8000-000000000001/change',
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/new/page',
    path: '/en/assistance/new',
    outcomes: { ...signedIn('forbidden'), manager: 'shown', provider: 'shown' },
  },
  {
    entry: '/[locale]/assistance/import/page',
    path: '/en/assistance/import',
    outcomes: { ...signedIn('forbidden'), manager: 'shown', provider: 'shown' },
  },
  {
    entry: '/[locale]/assistance/import/[preview]/page',
    path: '/en/assistance/import/00000000-0000-4000-8000-000000000001',
    outcomes: { ...signedIn('forbidden'), manager: 'not-found', provider: 'not-found' },
  },
  {
    entry: '/[locale]/assistance/import/template/route',
    path: '/en/assistance/import/template',
    outcomes: { ...everyone('status 303'), manager: 'shown', provider: 'shown' },
  },
  {
    entry: '/[locale]/assistance/export/route',
    path: '/en/assistance/export',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/assistance/hubs/page',
    path: '/en/assistance/hubs',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/assistance/hubs/new/page',
    path: '/en/assistance/hubs/new',
    outcomes: { ...signedIn('forbidden'), manager: 'shown' },
  },
  {
    entry: '/[locale]/assistance/hubs/[id]/page',
    path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001',
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/assistance/hubs/[id]/brief/route',
    path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001/brief',
    outcomes: everyone('status 303'),
  },
  {
    entry: '/[locale]/assistance/hubs/[id]/change/page',
    path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001/change',
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/page',
    path: '/en/assistance/matches',
    outcomes: signedIn('shown'),
  },
  {
    entry: '/[locale]/assistance/matches/[id]/page',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001',
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/new/page',
    path: '/en/assistance/matches/new?need=00000000-0000-4000-8000-000000000001',
    outcomes: {
      ...signedIn('not-found'),
      'reviewer of A': 'forbidden',
      'recoder of A': 'forbidden',
      'reviewer of D': 'forbidden',
      administrator: 'forbidden',
      'contributor of A': 'forbidden',
    },
  },
  {
    entry: '/[locale]/assistance/claims/page',
    path: '/en/assistance/claims',
    outcomes: {
      ...signedIn('forbidden'),
      'focal point of A': 'shown',
      'focal point of B': 'shown',
      'contributor of A': 'shown',
    },
  },
  {
    entry: '/[locale]/assistance/unmet/page',
    path: '/en/assistance/unmet',
    outcomes: everyone('shown'),
  },
  {
    entry: '/[locale]/assistance/plans/page',
    path: '/en/assistance/plans',
    outcomes: { ...signedIn('forbidden'), manager: 'shown', administrator: 'shown' },
  },
  {
    entry: '/[locale]/assistance/plans/[id]/page',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001',
    outcomes: { ...signedIn('forbidden'), manager: 'not-found', administrator: 'not-found' },
  },
  {
    entry: '/[locale]/assistance/plans/[id]/export/[format]/route',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001/export/docx',
    outcomes: everyone('status 404'),
    withoutServer: everyone('not-found'),
  },
  {
    entry: '/api/v1/unmet/route',
    path: '/api/v1/unmet?cycle=2&chapter=II',
    outcomes: everyone('shown'),
  },
  { entry: '/[locale]/[...rest]/page', path: '/en/no/such/page', outcomes: everyone('not-found') },
  { entry: '/_not-found/page', path: '/_not-found', outcomes: everyone('not-found') },
  {
    entry: '/_global-error/page',
    path: '/_global-error',
    outcomes: everyone('not-found'),
    withoutServer: everyone('error-page'),
  },
  { entry: '/api/[...rest]/route', path: '/api/none', outcomes: everyone('not-found') },
  {
    entry: '/api/v1/summary/route',
    path: '/api/v1/summary?cycle=2&chapter=II',
    outcomes: everyone('shown'),
  },
  {
    entry: '/api/v1/summary/route',
    path: '/api/v1/summary?cycle=2&chapter=II&revision=3',
    outcomes: everyone('shown'),
  },
  {
    entry: '/api/v1/[...path]/route',
    path: '/api/v1/vocabulary',
    outcomes: everyone('shown'),
  },
  {
    entry: '/api/v1/[...path]/route',
    path: '/api/v1/needs/{none}',
    outcomes: everyone('not-found'),
  },
  { entry: '/api/v1/assistance/route', path: '/api/v1/assistance', outcomes: everyone('shown') },
  {
    entry: '/api/auth/[...nextauth]/route',
    path: '/api/auth/session',
    outcomes: everyone('shown'),
  },
];

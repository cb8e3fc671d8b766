/**
 * All else that can be read: one letter for each actor, in the order anonymous, deactivated, focal
 * point of A, focal point of B,
 * reviewer of A, recoder of A, reviewer of D, manager, administrator, contributor of A, provider,
 * adviser of the region of C. `v` shown, `n` no such page, `f` not for this role,
 * `i` leads to signing in, `>` leads on, `e` Next's own page of a failure, which nobody reaches
 * through bin/server.ts. `{A}` stands
 * for the review of A. The entry is the one of the build's manifest.
 */
export const readTable: readonly Readonly<{
  entry: string;
  path: string;
  letters: string;
  bare?: string;
}>[] = [
  { entry: '/[locale]/page', path: '/en', letters: 'vvvvvvvvvvvv' },
  { entry: '/[locale]/needs/page', path: '/en/needs', letters: 'vvvvvvvvvvvv' },
  { entry: '/[locale]/needs/page', path: '/en/needs?show=all&review={A}', letters: 'vvvvvvvvvvvv' },
  {
    entry: '/[locale]/needs/page',
    path: '/en/needs?status=draft&review={B}',
    letters: 'vvvvvvvvvvvv',
  },
  { entry: '/[locale]/needs/new/page', path: '/en/needs/new', letters: 'iivvvvvffvff' },
  { entry: '/[locale]/needs/new/page', path: '/en/needs/new?review={B}', letters: 'iivvvvvffvff' },
  { entry: '/[locale]/needs/returned/page', path: '/en/needs/returned', letters: 'iivvvvvfffff' },
  { entry: '/[locale]/guide/page', path: '/en/guide', letters: 'vvvvvvvvvvvv' },
  {
    entry: '/[locale]/likeness/route',
    path: '/en/likeness?text=training',
    letters: '401401vvvvvvvvvv',
  },
  { entry: '/[locale]/needs/export/route', path: '/en/needs/export', letters: 'vvvvvvvvvvvv' },
  {
    entry: '/[locale]/needs/[id]/history/page',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/history',
    letters: 'iinnnnnnnnnn',
  },
  { entry: '/[locale]/coding/page', path: '/en/coding', letters: 'iiffvvvvvfff' },
  {
    entry: '/[locale]/coding/samples/[id]/page',
    path: '/en/coding/samples/00000000-0000-4000-8000-000000000001',
    letters: 'iifffffnnfff',
  },
  {
    entry: '/[locale]/coding/tasks/[id]/page',
    path: '/en/coding/tasks/00000000-0000-4000-8000-000000000001',
    letters: 'iiffnnnfffff',
  },
  {
    entry: '/[locale]/coding/differences/[id]/page',
    path: '/en/coding/differences/00000000-0000-4000-8000-000000000001',
    letters: 'iiffnnnnnfff',
  },
  { entry: '/[locale]/notes/page', path: '/en/notes', letters: 'vvvvvvvvvvvv' },
  { entry: '/[locale]/notes/new/page', path: '/en/notes/new', letters: 'iifffffvffff' },
  ...['', '/head', '/write', '/moved', '/checks', '/translate', '/compare'].map((page) => ({
    entry: `/[locale]/notes/[id]${page}/page`,
    path: `/en/notes/00000000-0000-4000-8000-000000000001${page}`,
    letters: 'iinnnnnnnnnn',
  })),
  {
    entry: '/[locale]/notes/[id]/blocks/[key]/page',
    path: '/en/notes/00000000-0000-4000-8000-000000000001/blocks/summary',
    letters: 'iinnnnnnnnnn',
  },
  {
    entry: '/[locale]/notes/[id]/text/page',
    path: '/en/notes/00000000-0000-4000-8000-000000000001/text',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/notes/[id]/documents/[language]/[format]/route',
    path: '/en/notes/00000000-0000-4000-8000-000000000001/documents/en/docx',
    letters: 'nnnnnnnnnnnn',
  },
  { entry: '/[locale]/admin/terms/page', path: '/en/admin/terms', letters: 'iiffffffvfff' },
  {
    entry: '/[locale]/admin/terms/change/page',
    path: '/en/admin/terms/change?kind=tag&code=training',
    letters: 'iiffffffvfff',
  },
  {
    entry: '/[locale]/admin/terms/change/page',
    path: '/en/admin/terms/change?kind=tag&code=none',
    letters: 'iiffffffnfff',
  },
  {
    entry: '/[locale]/admin/terms/recode/page',
    path: '/en/admin/terms/recode?change=none',
    letters: 'iiffnnnnnfff',
  },
  { entry: '/[locale]/admin/outbox/page', path: '/en/admin/outbox', letters: 'iiffffffvfff' },
  {
    entry: '/[locale]/reviews/[id]/files/[file]/route',
    path: '/en/reviews/{A}/files/00000000-0000-4000-8000-000000000001',
    letters: '303303nnnnnnnnnn',
  },
  {
    entry: '/[locale]/reviews/[id]/priorities/page',
    path: '/en/reviews/{A}/priorities',
    letters: 'iivnvvnfffnn',
  },
  {
    entry: '/[locale]/reviews/[id]/priorities/page',
    path: '/en/reviews/{B}/priorities',
    letters: 'iinvnnnffnnn',
  },
  {
    entry: '/[locale]/reviews/[id]/grid/page',
    path: '/en/reviews/{A}/grid',
    letters: 'iivnvvnffvnn',
  },
  {
    entry: '/[locale]/reviews/[id]/grid/page',
    path: '/en/reviews/{B}/grid',
    letters: 'iinvnnnffnnn',
  },
  {
    entry: '/[locale]/reviews/[id]/self-assessment/page',
    path: '/en/reviews/{A}/self-assessment',
    letters: 'iivnvvnffvnn',
  },
  {
    entry: '/[locale]/reviews/[id]/self-assessment/page',
    path: '/en/reviews/{B}/self-assessment',
    letters: 'iinvnnnffnnn',
  },
  {
    entry: '/[locale]/reviews/[id]/import/page',
    path: '/en/reviews/{A}/import',
    letters: 'iivnvvnfvvnn',
  },
  {
    entry: '/[locale]/reviews/[id]/import/page',
    path: '/en/reviews/{B}/import',
    letters: 'iinvnnnfvnnn',
  },
  {
    entry: '/[locale]/reviews/[id]/import/[preview]/page',
    path: '/en/reviews/{A}/import/00000000-0000-4000-8000-000000000001',
    letters: 'iinnnnnfnnnn',
  },
  {
    entry: '/[locale]/reviews/[id]/import/template/[format]/route',
    path: '/en/reviews/{A}/import/template/csv',
    letters: '303303v303vv303303vv303303',
  },
  {
    entry: '/[locale]/reviews/[id]/import/template/[format]/route',
    path: '/en/reviews/{B}/import/template/xlsx',
    letters: '303303303v303303303303v303303303',
  },
  { entry: '/[locale]/reviews/page', path: '/en/reviews', letters: 'iivvvvvvvvvv' },
  { entry: '/[locale]/reviews/new/page', path: '/en/reviews/new', letters: 'iiffffffvfff' },
  { entry: '/[locale]/reviews/[id]/page', path: '/en/reviews/{A}', letters: 'iivnvvnvvvnn' },
  { entry: '/[locale]/reviews/[id]/page', path: '/en/reviews/{B}', letters: 'iinvnnnvvnnn' },
  { entry: '/[locale]/reviews/[id]/page', path: '/en/reviews/{C}', letters: 'iinnnnnvvnnn' },
  { entry: '/[locale]/reviews/[id]/page', path: '/en/reviews/{D}', letters: 'iinnnnvvvnnn' },
  {
    entry: '/[locale]/reviews/[id]/checklist/page',
    path: '/en/reviews/{A}/checklist',
    letters: 'iifnvvnfvfnn',
  },
  {
    entry: '/[locale]/reviews/[id]/checklist/page',
    path: '/en/reviews/{B}/checklist',
    letters: 'iinfnnnfvnnn',
  },
  { entry: '/[locale]/decisions/page', path: '/en/decisions', letters: 'iiffvvvfvfff' },
  {
    entry: '/[locale]/decisions/new/page',
    path: '/en/decisions/new?verb=approve&show=queue',
    letters: 'iiffvvvfffff',
  },
  {
    entry: '/[locale]/decisions/[id]/page',
    path: '/en/decisions/00000000-0000-4000-8000-000000000001',
    letters: 'iinnnnnnnnnn',
  },
  { entry: '/[locale]/progress/page', path: '/en/progress', letters: 'iifffffvvfff' },
  { entry: '/[locale]/reviewers/page', path: '/en/reviewers', letters: 'iiffffffvfff' },
  { entry: '/[locale]/admin/settings/page', path: '/en/admin/settings', letters: 'iifffffvvfff' },
  { entry: '/[locale]/accounts/page', path: '/en/accounts', letters: 'iiffffffvfff' },
  { entry: '/[locale]/accounts/me/page', path: '/en/accounts/me', letters: 'iivvvvvvvvvv' },
  {
    entry: '/[locale]/accounts/invited/page',
    path: '/en/accounts/invited',
    letters: 'ii>>ffff>fff',
  },
  {
    entry: '/[locale]/accounts/colleagues/page',
    path: '/en/accounts/colleagues',
    letters: 'iivvffffffff',
  },
  {
    entry: '/[locale]/accounts/colleagues/letters/[id]/route',
    path: '/en/accounts/colleagues/letters/none',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/accounts/handed-over/page',
    path: '/en/accounts/handed-over',
    letters: '>>>>>>>>>>>>',
  },
  {
    entry: '/[locale]/accounts/sign-in/page',
    path: '/en/accounts/sign-in',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/accounts/invitations/[token]/page',
    path: '/en/accounts/invitations/none',
    letters: 'vvvvvvvvvvvv',
  },
  { entry: '/[locale]/summaries/page', path: '/en/summaries', letters: 'vvvvvvvvvvvv' },
  {
    entry: '/[locale]/summaries/articles/[article]/page',
    path: '/en/summaries/articles/5',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/articles/[article]/page',
    path: '/en/summaries/articles/99',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/summaries/categories/[category]/page',
    path: '/en/summaries/categories/capacity-building',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/compare/page',
    path: '/en/summaries/compare',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/figures/[figure]/page',
    path: '/en/summaries/figures/figure-1',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/figures/[figure]/page',
    path: '/en/summaries/figures/none',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/summaries/figures/[figure]/[format]/route',
    path: '/en/summaries/figures/figure-1/csv',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/figures/[figure]/[format]/route',
    path: '/en/summaries/figures/none/csv',
    letters: '404'.repeat(12),
    bare: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/summaries/cross-cutting/page',
    path: '/en/summaries/cross-cutting',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/regions/[region]/page',
    path: '/en/summaries/regions/AFR',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/regions/[region]/page',
    path: '/en/summaries/regions/XXX',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/summaries/regions/page',
    path: '/en/summaries/regions',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/articles/page',
    path: '/en/summaries/articles',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/categories/page',
    path: '/en/summaries/categories',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/matrices/page',
    path: '/en/summaries/matrices',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/chapters/page',
    path: '/en/summaries/chapters',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/trends/page',
    path: '/en/summaries/trends',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/completeness/page',
    path: '/en/summaries/completeness',
    letters: 'vvvvvvvvvvvv',
  },
  { entry: '/[locale]/summaries/needs/page', path: '/en/summaries/needs', letters: 'vvvvvvvvvvvv' },
  {
    entry: '/[locale]/summaries/states/page',
    path: '/en/summaries/states',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/completed/page',
    path: '/en/summaries/completed',
    letters: 'vvvvvvvvvvvv',
  },
  { entry: '/[locale]/summaries/types/page', path: '/en/summaries/types', letters: 'vvvvvvvvvvvv' },
  {
    entry: '/[locale]/summaries/against-the-note/page',
    path: '/en/summaries/against-the-note',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/summaries/against-the-note/[id]/page',
    path: '/en/summaries/against-the-note/00000000-0000-4000-8000-000000000001',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/summaries/against-the-note/notes/manage/page',
    path: '/en/summaries/against-the-note/notes/manage',
    letters: 'iifffffvvfff',
  },
  {
    entry: '/[locale]/summaries/against-the-note/notes/template/route',
    path: '/en/summaries/against-the-note/notes/template',
    letters: '303303303303303303303vv303303303',
  },
  { entry: '/[locale]/assistance/page', path: '/en/assistance', letters: 'vvvvvvvvvvvv' },
  {
    entry: '/[locale]/assistance/[id]/page',
    path: '/en/assistance/00000000-0000-4000-8000-000000000001',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/[id]/change/page',
    path: '/en/assistance/00000000-0000-4000-8000-000000000001/change',
    letters: 'iinnnnnnnnnn',
  },
  { entry: '/[locale]/assistance/new/page', path: '/en/assistance/new', letters: 'iifffffvffvf' },
  {
    entry: '/[locale]/assistance/import/page',
    path: '/en/assistance/import',
    letters: 'iifffffvffvf',
  },
  {
    entry: '/[locale]/assistance/import/[preview]/page',
    path: '/en/assistance/import/00000000-0000-4000-8000-000000000001',
    letters: 'iifffffnffnf',
  },
  {
    entry: '/[locale]/assistance/import/template/route',
    path: '/en/assistance/import/template',
    letters: '303303303303303303303v303303v303',
  },
  {
    entry: '/[locale]/assistance/export/route',
    path: '/en/assistance/export',
    letters: 'vvvvvvvvvvvv',
  },
  { entry: '/[locale]/assistance/hubs/page', path: '/en/assistance/hubs', letters: 'vvvvvvvvvvvv' },
  {
    entry: '/[locale]/assistance/hubs/new/page',
    path: '/en/assistance/hubs/new',
    letters: 'iifffffvffff',
  },
  {
    entry: '/[locale]/assistance/hubs/[id]/page',
    path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/hubs/[id]/brief/route',
    path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001/brief',
    letters: '303'.repeat(12),
  },
  {
    entry: '/[locale]/assistance/hubs/[id]/change/page',
    path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001/change',
    letters: 'iinnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/page',
    path: '/en/assistance/matches',
    letters: 'iivvvvvvvvvv',
  },
  {
    entry: '/[locale]/assistance/matches/[id]/page',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001',
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/new/page',
    path: '/en/assistance/matches/new?need=00000000-0000-4000-8000-000000000001',
    letters: 'iinnfffnffnn',
  },
  {
    entry: '/[locale]/assistance/claims/page',
    path: '/en/assistance/claims',
    letters: 'iivvfffffvff',
  },
  {
    entry: '/[locale]/assistance/unmet/page',
    path: '/en/assistance/unmet',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/[locale]/assistance/plans/page',
    path: '/en/assistance/plans',
    letters: 'iifffffvvfff',
  },
  {
    entry: '/[locale]/assistance/plans/[id]/page',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001',
    letters: 'iifffffnnfff',
  },
  {
    entry: '/[locale]/assistance/plans/[id]/export/[format]/route',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001/export/docx',
    letters: '404'.repeat(12),
    bare: 'nnnnnnnnnnnn',
  },
  {
    entry: '/api/v1/unmet/route',
    path: '/api/v1/unmet?cycle=2&chapter=II',
    letters: 'vvvvvvvvvvvv',
  },
  { entry: '/[locale]/[...rest]/page', path: '/en/no/such/page', letters: 'nnnnnnnnnnnn' },
  { entry: '/_not-found/page', path: '/_not-found', letters: 'nnnnnnnnnnnn' },
  {
    entry: '/_global-error/page',
    path: '/_global-error',
    letters: 'nnnnnnnnnnnn',
    bare: 'eeeeeeeeeeee',
  },
  { entry: '/api/[...rest]/route', path: '/api/none', letters: 'nnnnnnnnnnnn' },
  {
    entry: '/api/v1/summary/route',
    path: '/api/v1/summary?cycle=2&chapter=II',
    letters: 'vvvvvvvvvvvv',
  },
  {
    entry: '/api/v1/summary/route',
    path: '/api/v1/summary?cycle=2&chapter=II&revision=3',
    letters: 'vvvvvvvvvvvv',
  },
  { entry: '/api/v1/assistance/route', path: '/api/v1/assistance', letters: 'vvvvvvvvvvvv' },
  { entry: '/api/auth/[...nextauth]/route', path: '/api/auth/session', letters: 'vvvvvvvvvvvv' },
];

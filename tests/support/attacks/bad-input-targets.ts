import { randomUUID } from 'node:crypto';
import type { Chance } from '#tests/support/run/seeded-random';
import type { Field } from '#tests/support/attacks/mutations';

/** What a form refers to that is really there. */
export type There = Readonly<{
  need: string;
  version: string;
  review: string;
  reviewVersion: string;
  account: string;
  token: string;
  comment: string;
  sampled: string;
  sample: string;
  note: string;
  noteVersion: string;
  block: string;
  blockVersion: string;
}>;
export type Form = Readonly<{
  path: (there: There) => string;
  fields: (there: There, by: Chance) => Field[];
}>;

const contentOf = (by: Chance): Field[] => [
  ['chapter', by.oneOf(['II', 'V', 'III', ''])],
  ['articles', by.oneOf(['5', '7', '9', '51', 'general'])],
  ['articles', by.oneOf(['8', '10'])],
  ['category', by.oneOf(['capacity-building', 'legislative-assistance', 'policymaking', ''])],
  ['subcategory', by.oneOf(['cb-training', 'cb-structures', 'la-drafting', ''])],
  ['types', by.oneOf(['staff-training', 'on-site'])],
  ['tags', 'training'],
  ['targetGroups', 'officials'],
  ['priority', by.oneOf(['1', '2', '', '999'])],
  ['text', 'Training of procurement officers.'],
  ['language', by.oneOf(['en', 'ar', 'zh'])],
  ['quote', 'A quoted passage.'],
  ['paragraph', '12'],
];
const activityOf = (by: Chance): Field[] => [
  ['id', randomUUID()],
  ['theme', by.oneOf(['health', 'sport', ''])],
  ['kind', 'training'],
  ['title', 'Training of officers'],
  ['language', 'en'],
  ['organisation', 'A provider'],
  ['partners', 'A partner'],
  ['recipients', by.oneOf(['Kenya', 'Fiji\nGhana', 'Atlantis'])],
  ['hosts', 'FRA'],
  ['areas', 'Pacific'],
  ['regions', 'AFR'],
  ['articles', '9, 10'],
  ['categories', 'capacity-building'],
  ['topics', 'statistics'],
  ['from', '2026-01-01'],
  ['until', by.oneOf(['2026-12-31', '2025-12-31'])],
  ['status', by.oneOf(['planned', 'completed'])],
  ['gender', 'none'],
  ['numberValue', '16'],
  ['numberQualifier', 'exactly'],
  ['numberUnit', 'officers'],
  ['beneficiaries', by.oneOf(['1 200', '1,200', ''])],
  ['resolutions', '9/4'],
  ['iati', 'XM-DAC-41128-A1'],
  ['documentTitle', 'Report'],
  ['documentUrl', 'https://example.org/'],
  ['funding', 'none'],
];
const hubOf = (by: Chance): Field[] => [
  ['id', randomUUID()],
  ['kind', by.oneOf(['hub', 'platform'])],
  ['name', `Hub ${by.below(1000)}`],
  ['language', 'en'],
  ['parent', ''],
  ['startedOn', by.oneOf(['2017', '2021-09'])],
  ['location', 'Kenya'],
  ['states', 'Kenya\nUganda'],
  ['areas', 'East Africa'],
  ['themes', 'sport'],
  ['regions', 'AFR'],
];
const ofNeed = (verb: string, fields: (there: There, by: Chance) => Field[]): Form => ({
  path: ({ need }) => `/en/needs/${need}/${verb}`,
  fields: (there, by) => [['version', there.version], ...fields(there, by)],
});
const ofReview = (verb: string, fields: (there: There) => Field[]): Form => ({
  path: ({ review }) => `/en/reviews/${review}/${verb}`,
  fields,
});
const at = (path: string, fields: (there: There, by: Chance) => Field[]): Form => ({
  path: () => path,
  fields,
});
const reason = (): Field[] => [['reason', 'A reason.']];

const editionOf = (by: Chance): Field[] => [
  ['symbol', 'NR/2026/1'],
  ['chapters', by.oneOf(['II', 'II,V', 'III'])],
  ['cutoff', '2023-02-28'],
  ['previousId', ''],
  ['previousCutoff', by.oneOf(['', '2021-10-31'])],
  ['previousSymbol', ''],
  ['session', '14'],
  ['place', 'Vienna'],
  ['agendaItem', '5'],
  ['documentDate', '2023-03-27'],
  ['sourceLocale', by.oneOf(['en', 'ar'])],
  ['languages', 'en'],
  ['languages', 'zh'],
  ['title', ''],
];
const narrowingOf = (by: Chance): Field[] => [
  ['regions', 'AFR'],
  ['category', by.oneOf(['', 'policymaking'])],
  ['subcategory', ''],
  ['topic', ''],
  ['type', ''],
  ['tag', by.oneOf(['', 'training'])],
  ['article', by.oneOf(['', '5'])],
  ['row', by.oneOf(['', '5;6'])],
  ['since', by.oneOf(['', 'yes'])],
];
const ofNote = (verb: string, fields: (there: There, by: Chance) => Field[]): Form => ({
  path: ({ note }) => `/en/notes/${note}/${verb}`,
  fields: (there, by) => [['version', there.noteVersion], ...fields(there, by)],
});
const ofBlock = (verb: string, fields: (there: There, by: Chance) => Field[]): Form => ({
  path: ({ note, block }) => `/en/notes/${note}/blocks/${block}/${verb}`,
  fields: (there, by) => [['version', there.blockVersion], ...fields(there, by)],
});

/** The forms of the notes. */
const noteForms: readonly Form[] = [
  at('/en/notes/open', (_, by) => editionOf(by)),
  ofNote('change-head', (_, by) => editionOf(by)),
  ofNote('send-for-review', () => []),
  ofNote('take-back', () => []),
  ofNote('accept', () => [
    ['revision', '1'],
    ['key', 'summary'],
  ]),
  ofNote('freeze', () => [['seen', 'yes']]),
  ofNote('publish', () => []),
  ofNote('name', (_, by) => [
    ['email', 'nobody@example.org'],
    ['role', by.oneOf(['reads', 'approves'])],
  ]),
  ofNote('unname', () => [['person', randomUUID()]]),
  ofNote('approve', () => [['checksum', '0'.repeat(64)]]),
  ofNote('resolve', () => [['comment', randomUUID()]]),
  ofNote('add', (_, by) => [
    ['after', 'summary'],
    ['kind', by.oneOf(['paragraph', 'item', 'heading-1'])],
    ['text', 'A paragraph.'],
  ]),
  ofNote('documents/ask', () => []),
  ofNote('documents/cancel', () => []),
  ofBlock('write', (_, by) => [
    ['language', by.oneOf(['en', 'ru'])],
    ['text', by.oneOf(['A text.', 'There are {needs}.', '<q>4/1</q>'])],
  ]),
  ofBlock('bind', (_, by) => [
    ['kind', by.oneOf(['count', 'share', 'ranking', 'place', 'typed'])],
    ['of', 'needs'],
    ['over', 'article'],
    ['from', '1'],
    ['to', '3'],
    ['item', '5'],
    ['number', '7'],
    ['reason', 'A reason.'],
    ...narrowingOf(by),
  ]),
  ofBlock('claim', (_, by) => [
    ['kind', by.oneOf(['place', 'share', 'only', 'none', 'greater'])],
    ['over', 'region'],
    ['item', 'AFR'],
    ['items', 'AFR'],
    ['place', '1'],
    ['percent', '90'],
    ['thanRegions', 'APG'],
    ...narrowingOf(by),
  ]),
  ofBlock('unbind', () => [['name', 'n1']]),
  ofBlock('hold', () => [
    ['name', 'needs'],
    ['reason', 'A reason.'],
  ]),
  ofBlock('release', () => [['name', 'needs']]),
  ofBlock('move', (_, by) => [['to', by.oneOf(['up', 'down'])]]),
  ofBlock('remove', () => []),
  ofBlock('comment', () => [['text', 'A comment.']]),
];

/** Every form of the register but the one that ends the session, with what a person would send. */
export const forms: readonly Form[] = [
  ...noteForms,
  at('/en/needs/enter', ({ review }, by) => [
    ['id', randomUUID()],
    ['review', review],
    ['then', by.oneOf(['draft', 'check'])],
    ...contentOf(by),
  ]),
  at('/ar/needs/enter', ({ review }, by) => [
    ['id', randomUUID()],
    ['review', review],
    ...contentOf(by),
  ]),
  ofNeed('edit', (_, by) => [['then', 'check'], ...contentOf(by)]),
  ofNeed('edit', (_, by) => contentOf(by)),
  ofNeed('recode', (_, by) => [...reason(), ...contentOf(by)]),
  ofNeed('submit', () => []),
  ofNeed('submit', () => []),
  ofNeed('approve', () => []),
  ofNeed('return', reason),
  ofNeed('reopen', reason),
  ofNeed('withdraw', reason),
  ...['object', 'request-withdrawal', 'refuse-withdrawal', 'lift-four-eyes'].map((verb) =>
    ofNeed(verb, reason),
  ),
  ...['take-back-request', 'grant-withdrawal', 'discard', 'undo-discard'].map((verb) =>
    ofNeed(verb, () => []),
  ),
  ofNeed('comment', (_, by) => [
    ['id', randomUUID()],
    ['field', by.oneOf(['', 'text', 'articles'])],
    ['to', by.oneOf(['sent', 'internal'])],
    ['comment', 'Which article is meant?'],
  ]),
  ofNeed('resolve', ({ comment }, by) => [
    ['id', comment],
    ['open', by.oneOf(['', '1'])],
  ]),
  ofNeed('copy', () => [['copy', randomUUID()]]),
  ofNeed('take-up', () => [['takeUp', '1']]),
  ofNeed('autosave', ({ review }, by) => [['review', review], ...contentOf(by)]),
  at('/en/needs/resubmit', ({ need, version }) => [['need', `${need}~${version}`]]),
  at('/en/needs/looked', () => []),
  {
    path: ({ need }) => `/en/needs/${need}/translation/ar/save`,
    fields: ({ version }) => [
      ['version', version],
      ['follows', '0'],
      ['text', 'نص'],
      ['quote', ''],
    ],
  },
  at(`/en/needs/translations/${randomUUID()}/confirm`, () => [['fingerprint', '0'.repeat(64)]]),
  at('/en/needs/export', ({ need }) => [
    ['id', need],
    ['show', 'own'],
  ]),
  at('/en/decisions/choose', ({ need }, by) => [
    ['verb', by.oneOf(['approve', 'reopen'])],
    ['filter', 'show=queue'],
    ['id', need],
  ]),
  at('/en/decisions/take', (_, by) => [
    ['verb', by.oneOf(['approve', 'reopen'])],
    ['filter', 'show=queue'],
    ['fingerprint', '0'.repeat(64)],
    ['reason', 'A reason.'],
  ]),
  { path: ({ need }) => `/en/decisions/${need}/reopen`, fields: reason },
  ofReview('answer', () => [
    ['article', '5'],
    ['article', '6'],
  ]),
  ofReview('withdraw-answer', () => [['article', '5']]),
  ofReview('declare', () => [['chapter', 'II']]),
  ofReview('submit-drafts', ({ need, version }) => [['need', `${need}~${version}`]]),
  ofReview('take-back', () => [
    ['chapter', 'II'],
    ['reason', 'A reason.'],
  ]),
  ofReview('deadlines', ({ reviewVersion }) => [
    ['version', reviewVersion],
    ['entryDueOn', '2027-02-01'],
    ['decisionDueOn', ''],
  ]),
  ofReview('close', ({ reviewVersion }) => [['version', reviewVersion]]),
  ofReview('reopen', ({ reviewVersion }) => [
    ['version', reviewVersion],
    ['reason', 'A reason.'],
  ]),
  ofReview('waive', () => [
    ['doubt', 'unanswered~5'],
    ['reason', 'A reason.'],
    ['expiresOn', '2027-02-01'],
  ]),
  ofReview('end-waiver', () => [['waiver', randomUUID()]]),
  ofReview('priorities/set', ({ need, version }) => [[`rank.${need}.${version}`, '1']]),
  ofReview('priorities/arrange', ({ need }) => [['order', need]]),
  {
    path: ({ review }) => `/en/reviews/${review}/grid/save`,
    fields: ({ need, version }, by) => [
      ['need', need],
      [`${need}.version`, version],
      ...contentOf(by).map(([name, value]): Field => [`${need}.${name}`, value]),
    ],
  },
  {
    path: ({ review }) => `/en/reviews/${review}/self-assessment/save`,
    fields: (_, by) => [
      ['language', 'en'],
      ['5.category', 'capacity-building'],
      ['5.text', by.oneOf(['Training.', ''])],
      ['5.provided', 'no'],
    ],
  },
  ofReview(`import/${randomUUID()}/confirm`, () => []),
  at('/en/reviewers/nominate', ({ account }, by) => [
    ['accountId', account],
    ['state', by.oneOf(['KEN', ''])],
  ]),
  at('/en/reviewers/leave', ({ account }) => [
    ['accountId', account],
    ['fromOn', '2027-01-01'],
    ['untilOn', '2027-02-01'],
    ['substitute', ''],
  ]),
  at('/en/reviewers/end-leave', () => [['leave', randomUUID()]]),
  at('/en/reviewers/balance', () => [['fingerprint', '0'.repeat(64)]]),
  at('/en/progress/remind', () => []),
  at('/en/admin/operation/repeat', () => []),
  at('/en/admin/settings/set', (_, by) => [
    ['four-eyes-lift', by.oneOf(['never', 'with-reason'])],
    ['own-region', by.oneOf(['allowed', 'refused'])],
    ['second-coding', by.oneOf(['80-percent', 'none'])],
  ]),
  at('/en/summaries/against-the-note/notes/withdraw', () => [['id', randomUUID()]]),
  at('/en/assistance/matches/propose', ({ need }, by) => [
    ['side', 'need'],
    ['need', need],
    ['assistance', randomUUID()],
    ['reference', by.oneOf(['', 'TA-0001'])],
    ['degree', by.oneOf(['partly', 'fully'])],
    ...reason(),
  ]),
  ...['accept', 'reject', 'dispute', 'answer', 'confirm', 'withdraw', 'reopen'].map(
    (verb): Form => ({
      path: () => `/en/assistance/matches/${randomUUID()}/${verb}`,
      fields: () => [['version', '1'], ['degree', 'partly'], ...reason()],
    }),
  ),
  at('/en/assistance/plans/begin', () => [
    ['id', randomUUID()],
    ['title', 'A plan'],
  ]),
  {
    path: () => `/en/assistance/plans/${randomUUID()}/gather`,
    fields: (_, by) => [
      ['region', by.oneOf(['AFR', ''])],
      ['article', by.oneOf(['5', 'general', ''])],
      ['category', ''],
      ['topic', 'statistics'],
      ['reference', ''],
    ],
  },
  {
    path: () => `/en/assistance/plans/${randomUUID()}/remove`,
    fields: ({ need }) => [['need', need]],
  },
  {
    path: () => `/en/assistance/plans/${randomUUID()}/make`,
    fields: () => [
      ['theme', 'sport'],
      ['kind', 'training'],
    ],
  },
  at('/en/assistance/enter', (_, by) => activityOf(by)),
  {
    path: () => `/en/assistance/${randomUUID()}/edit`,
    fields: (_, by) => [['version', '1'], ...activityOf(by)],
  },
  {
    path: () => `/ar/assistance/${randomUUID()}/cancel`,
    fields: () => [['version', '1'], ...reason()],
  },
  at(`/en/assistance/import/${randomUUID()}/confirm`, () => [['fingerprint', '0'.repeat(64)]]),
  at('/en/assistance/hubs/enter', (_, by) => hubOf(by)),
  {
    path: () => `/en/assistance/hubs/${randomUUID()}/edit`,
    fields: (_, by) => [['version', '1'], ...hubOf(by)],
  },
  at('/en/coding/draw', (_, by) => [
    ['drawnFrom', by.oneOf(['submitted', 'approved'])],
    ['share', by.oneOf(['10', '100'])],
    ['seed', 'seven'],
    ['cycle', '2'],
    ['chapter', 'II'],
    ['region', ''],
    ['coders', '1'],
    ['revision', ''],
  ]),
  { path: ({ sampled }) => `/en/coding/tasks/${sampled}/code`, fields: (_, by) => contentOf(by) },
  {
    path: ({ sampled }) => `/en/coding/differences/${sampled}/settle`,
    fields: (_, by) => [
      ['outcome', by.oneOf(['first', 'second.1', 'other'])],
      ['reason', 'A reason.'],
      ...contentOf(by),
    ],
  },
  {
    path: ({ sampled }) => `/en/coding/differences/${sampled}/copy`,
    fields: () => [
      ['text', 'Training of officers.'],
      ['language', 'en'],
    ],
  },
  { path: () => `/en/coding/examples/${randomUUID()}/remove`, fields: () => [] },
  {
    path: ({ sample }) => `/en/coding/samples/${sample}/hand-on`,
    fields: ({ account }) => [
      ['from', account],
      ['to', account],
    ],
  },
  at('/en/admin/terms/add', (_, by) => [
    ['kind', by.oneOf(['topic', 'tag', 'subcategory'])],
    ['code', `term-${by.below(1000)}`],
    ['category', 'policymaking'],
    ['decidedOn', '2026-01-01'],
    ...['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((locale): Field => [
      `name.${locale}`,
      `Term ${locale}`,
    ]),
  ]),
  at('/en/admin/terms/rename', () => [
    ['kind', 'topic'],
    ['code', 'statistics'],
    ['decidedOn', '2026-01-01'],
    ...['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((locale): Field => [
      `name.${locale}`,
      `Term ${locale}`,
    ]),
  ]),
  at('/en/admin/terms/merge', () => [
    ['kind', 'topic'],
    ['code', 'statistics'],
    ['into', 'statistics'],
    ['decidedOn', '2026-01-01'],
  ]),
  at('/en/admin/terms/split', () => [
    ['kind', 'topic'],
    ['code', 'statistics'],
    ['decidedOn', '2026-01-01'],
    ['rest', 'statistics'],
  ]),
  at('/en/accounts/tokens/create', (_, by) => [
    ['name', 'A program'],
    ['scope', by.oneOf(['read', 'needs', 'audit'])],
    ['days', by.oneOf(['30', '90', '365'])],
  ]),
  at('/en/accounts/tokens/end', () => [['token', randomUUID()]]),
  at('/en/accounts/set-mail', (_, by) => [['mail', by.oneOf(['daily', 'each', 'none'])]]),
  at('/fr/accounts/forgotten-password/send', () => [['email', `${randomUUID()}@example.org`]]),
  at('/en/accounts/second-factor/set-up', () => [
    ['sealed', 'x'.repeat(80)],
    ['code', '123456'],
    ['current', 'a wrong password'],
  ]),
  at('/en/accounts/second-factor/remove', () => [
    ['code', '123456'],
    ['current', 'a wrong password'],
  ]),
  at('/en/accounts/reset-second-factor', () => [['accountId', randomUUID()]]),
  at('/en/accounts/extend-session', () => []),
  at('/en/accounts/me/end-session', () => [['session', randomUUID()]]),
  at('/en/accounts/me/end-others', () => []),
  at('/en/accounts/deactivate', () => [['accountId', randomUUID()]]),
  at('/en/accounts/reactivate', () => [['accountId', randomUUID()]]),
  at('/en/accounts/colleagues/invite', () => [
    ['email', `${randomUUID()}@example.org`],
    ['name', 'A Name'],
  ]),
  at('/en/accounts/colleagues/deactivate', () => [['accountId', randomUUID()]]),
  at('/en/reviews/create', (_, by) => [
    ['state', by.oneOf(['KEN', 'FRA', 'BRA', 'CHN', 'NIU'])],
    ['cycle', by.oneOf(['1', '2'])],
    ['region', ''],
  ]),
  ofReview('set-completion', ({ reviewVersion }) => [
    ['version', reviewVersion],
    ['completedOn', '2024-02-29'],
    ['symbol', 'CAC/COSP/IRG/II/1/1'],
  ]),
  ofReview('publish', ({ reviewVersion }) => [['version', reviewVersion]]),
  ofReview('unpublish', ({ reviewVersion }) => [
    ['version', reviewVersion],
    ['reason', 'A reason.'],
    ['confirmed', 'yes'],
  ]),
  ofReview('appoint', ({ account }) => [['accountId', account]]),
  ofReview('release', ({ account }) => [['accountId', account]]),
  at('/en/accounts/invite', ({ review }, by) => [
    ['email', `${randomUUID()}@example.org`],
    ['name', 'A Name'],
    ['role', by.oneOf(['focal-point', 'reviewer', 'manager', 'administrator'])],
    ['review', review],
  ]),
  at('/en/accounts/reset-password', ({ account }) => [['accountId', account]]),
  at('/en/accounts/change-password', () => [
    ['current', 'not the right password'],
    ['password', 'another long password'],
  ]),
  at('/fr/accounts/remember-language', (_, by) => [
    ['language', by.oneOf(['fr', 'es'])],
    ['next', '/fr/needs'],
  ]),
  at('/ru/accounts/begin-session', () => [
    ['email', 'nobody@example.org'],
    ['password', 'not the right password'],
    ['next', '/ru/needs'],
    ['kept', '{"page":"/ru/needs/new","sentTo":"/ru/needs/enter","form":{"text":["x"]}}'],
  ]),
  {
    path: ({ token }) => `/zh/accounts/invitations/${token}/accept`,
    fields: () => [
      ['name', 'A Name'],
      ['password', 'another long password'],
    ],
  },
  at('/api/auth/callback/credentials', () => [
    ['csrfToken', 'x'],
    ['email', 'nobody@example.org'],
    ['password', 'x'],
    ['json', 'true'],
  ]),
  at('/api/auth/signout', () => [
    ['csrfToken', 'x'],
    ['callbackUrl', '/en'],
  ]),
];

const summary = [
  'cycle',
  'chapter',
  'cutoff',
  'region',
  'article',
  'category',
  'subcategory',
  'topic',
  'type',
  'tag',
  'priority',
  'revision',
];
/** Every page and address to read, with the parameters that it knows. */
export const pages: readonly Readonly<{
  path: (there: There) => string;
  parameters: readonly string[];
}>[] = [
  ...['', '/change', '/check', '/recoding'].map((page) => ({
    path: ({ need }: There) => `/en/needs/${need}${page}`,
    parameters: ['done', 'check'],
  })),
  { path: () => '/en/needs', parameters: ['status', 'show', 'review', 'page'] },
  { path: () => '/ar/needs/new', parameters: ['review', 'id'] },
  { path: ({ review }) => `/es/reviews/${review}`, parameters: [] },
  { path: () => '/en/reviews', parameters: [] },
  { path: () => '/en/reviews/new', parameters: [] },
  ...['/history', '/change'].map((page) => ({
    path: ({ need }: There) => `/en/needs/${need}${page}`,
    parameters: ['from', 'to', 'upto'],
  })),
  ...['grid', 'priorities', 'self-assessment', 'import', 'checklist', 'submission'].map((page) => ({
    path: ({ review }: There) => `/en/reviews/${review}/${page}`,
    parameters: [],
  })),
  { path: () => '/en/decisions', parameters: [] },
  { path: () => '/en/decisions/new', parameters: ['verb', 'show', 'status', 'review', 'text'] },
  { path: () => '/en/progress', parameters: ['written'] },
  { path: () => '/en/reviewers', parameters: ['assigned'] },
  { path: () => '/en/admin/settings', parameters: ['saved'] },
  { path: () => '/en/needs/returned', parameters: ['done'] },
  {
    path: () => '/en/needs/translations',
    parameters: ['from', 'to', 'nothing', 'added', 'changed', 'same', 'review', 'sort'],
  },
  { path: () => '/en/needs/translations/export', parameters: ['from', 'to', 'review', 'sort'] },
  { path: ({ need }) => `/en/needs/${need}/translation/ar`, parameters: [] },
  { path: () => '/en/guide', parameters: [] },
  { path: () => '/en/glossary', parameters: [] },
  { path: () => '/en/likeness', parameters: ['text', 'review', 'need'] },
  { path: () => '/en/accounts/colleagues', parameters: [] },
  { path: () => '/en/admin/operation', parameters: [] },
  { path: () => '/en/admin/outbox', parameters: ['page'] },
  { path: () => '/en/admin/audit', parameters: ['person', 'kind', 'from', 'until', 'page'] },
  {
    path: () => '/en/admin/audit/export',
    parameters: ['person', 'kind', 'from', 'until', 'page'],
  },
  { path: () => '/en/assistance/unmet', parameters: [...summary, 'status'] },
  { path: () => '/api/v1/unmet', parameters: [...summary, 'status', 'revision'] },
  { path: () => '/en/assistance/matches', parameters: ['state'] },
  { path: () => '/en/assistance/matches/new', parameters: ['need', 'assistance'] },
  { path: () => '/en/assistance/claims', parameters: ['done'] },
  { path: () => '/en/assistance/plans', parameters: [] },
  {
    path: () => '/en/assistance',
    parameters: [
      'theme',
      'kind',
      'status',
      'state',
      'region',
      'article',
      'category',
      'provider',
      'text',
      'after',
      'before',
    ],
  },
  { path: () => '/ar/assistance/export', parameters: ['theme', 'text'] },
  {
    path: () => '/api/v1/assistance',
    parameters: ['theme', 'status', 'state', 'text', 'after', 'before'],
  },
  { path: () => '/en/assistance/new', parameters: [] },
  { path: () => '/en/assistance/import', parameters: ['added', 'changed', 'same'] },
  { path: () => '/en/assistance/hubs', parameters: [] },
  { path: () => '/en/assistance/hubs/new', parameters: [] },
  ...['', '/head', '/text', '/annex', '/write', '/moved', '/checks', '/translate', '/compare'].map(
    (page) => ({
      path: ({ note }: There) => `/en/notes/${note}${page}`,
      parameters: ['language', 'with'],
    }),
  ),
  { path: ({ note, block }) => `/ar/notes/${note}/blocks/${block}`, parameters: ['language'] },
  { path: () => '/en/notes', parameters: [] },
  { path: () => '/en/notes/new', parameters: [] },
  { path: () => '/en', parameters: [] },
  { path: () => '/en/accounts/sign-in', parameters: ['next', 'done'] },
  { path: () => '/en/accounts/me', parameters: ['done'] },
  { path: () => '/en/accounts/forgotten-password', parameters: ['done'] },
  { path: () => '/en/accounts/second-factor', parameters: [] },
  { path: () => '/en/admin/permissions', parameters: [] },
  { path: () => '/en/accounts/tokens', parameters: ['done'] },
  { path: () => '/en/api', parameters: [] },
  {
    path: () => '/api/v1/needs',
    parameters: ['show', 'status', 'state', 'text', 'sort', 'after', 'before', 'limit', 'fields'],
  },
  { path: () => '/api/v1/changes', parameters: ['since', 'after', 'limit'] },
  { path: () => '/api/v1/figures/figure-1', parameters: [...summary, 'revision'] },
  { path: () => '/en/accounts', parameters: [] },
  { path: ({ token }) => `/en/accounts/invitations/${token}`, parameters: [] },
  { path: () => '/en/accounts/invited', parameters: [] },
  { path: () => '/zh/summaries', parameters: summary },
  {
    path: () => '/en/summaries/needs',
    parameters: [...summary, 'row', 'with', 'since', 'after', 'before'],
  },
  { path: () => '/en/summaries/trends', parameters: summary },
  { path: () => '/en/summaries/states', parameters: [...summary, 'row', 'with', 'since'] },
  { path: () => '/en/summaries/articles/5', parameters: summary },
  { path: () => '/en/summaries/categories/capacity-building', parameters: summary },
  { path: () => '/en/summaries/regions/AFR', parameters: summary },
  { path: () => '/en/summaries/types', parameters: summary },
  { path: () => '/ru/summaries/figures/figure-2', parameters: summary },
  { path: () => '/ar/summaries/figures/figure-3/csv', parameters: summary },
  { path: () => '/fr/summaries/figures/figure-1/svg', parameters: summary },
  { path: () => '/en/summaries/cross-cutting', parameters: summary },
  ...[1, 2, 3].map(() => ({
    path: () => '/api/v1/summary',
    parameters: [
      ...summary,
      'region',
      'category',
      'subcategory',
      'article',
      'type',
      'tag',
      'topic',
      'revision',
    ],
  })),
  { path: () => '/api/auth/session', parameters: ['callbackUrl', 'error'] },
  { path: () => '/api/auth/signin', parameters: ['callbackUrl', 'error'] },
  { path: () => '/api/auth/error', parameters: ['error'] },
];

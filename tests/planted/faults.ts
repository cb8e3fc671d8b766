/**
 * A fault that is put into a copy of the sources, and the tests of `npm test` that must then fail.
 */
export type PlantedFault = Readonly<{
  /** Names it on the command line. */
  name: string;
  what: string;
  file: string;
  /** These words stand in the file exactly once. */
  find: string;
  replace: string;
  /** A part of `npm test` and a file of it, by the beginning of its name. */
  caughtBy: Readonly<{ part: 'unit' | 'system' | 'sqlite' | 'postgresql' | 'e2e'; file: string }>;
}>;

/** One of a kind: what the everyday tests must never let through. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'permission',
    what: 'a reviewer approves what they entered themselves',
    file: 'lib/needs/model/transitions.ts',
    find: `const deciders = { reviewer: 'other-hands' } as const;`,
    replace: `const deciders = { reviewer: 'always' } as const;`,
    caughtBy: { part: 'sqlite', file: 'permissions.test' },
  },
  {
    name: 'scope',
    what: 'a focal point sees the approved needs of every State',
    file: 'lib/needs/model/scope.ts',
    find: 'return or(isPublished(), eq(review.stateId, actor.stateId!))!;',
    replace: 'return allNeeds;',
    caughtBy: { part: 'sqlite', file: 'scope' },
  },
  {
    name: 'foreign-need',
    what: 'a need of another State is answered otherwise than one that does not exist',
    file: 'app/[locale]/needs/[id]/check/page.tsx',
    find: 'if (!need) return <MissingPage locale={locale} />;',
    replace: 'if (!need) redirect(`/${locale}/needs`);',
    caughtBy: { part: 'sqlite', file: 'permission-calls' },
  },
  {
    name: 'open-route',
    what: 'whoever has not signed in is told which needs read alike',
    file: 'app/[locale]/likeness/route.ts',
    find: `if (actor.role === 'public')`,
    replace: 'if (!locale)',
    caughtBy: { part: 'sqlite', file: 'permission-calls' },
  },
  {
    name: 'count',
    what: 'a need under two articles counts under the first alone',
    file: 'lib/counting/count/count.ts',
    find: 'provision.articles.includes(article)',
    replace: 'provision.articles[0] === article',
    caughtBy: { part: 'sqlite', file: 'published-figures' },
  },
  {
    name: 'rounding',
    what: 'shares are cut off instead of rounded half up',
    file: 'lib/counting/figures/figures.ts',
    find: 'Math.floor((200 * n + of) / (2 * of))',
    replace: 'Math.floor((100 * n) / of)',
    caughtBy: { part: 'unit', file: 'figures.test' },
  },
  {
    name: 'lost-save',
    what: 'a save is acknowledged before it has reached the disk',
    file: 'db/sqlite.ts',
    find: `connection.pragma('synchronous = FULL');`,
    replace: `connection.pragma('synchronous = NORMAL');`,
    caughtBy: { part: 'sqlite', file: 'power-cut' },
  },
  {
    name: 'overwritten-save',
    what: 'the second of two people overwrites what the first has saved',
    file: 'lib/needs/store/transition-steps.ts',
    find: 'if (found.version !== version) return conflictFailure(tx, id);',
    replace: '',
    caughtBy: { part: 'sqlite', file: 'conflicts' },
  },
  {
    name: 'missing-message',
    what: 'a text is missing in Russian',
    file: 'messages/ru.json',
    find: `"signIn": "Войти",\n    "signOut": "Выйти"`,
    replace: `"signIn": "Войти"`,
    caughtBy: { part: 'unit', file: 'messages.test' },
  },
  {
    name: 'mirrored-label',
    what: 'Arabic pages run from left to right',
    file: 'lib/text/languages.ts',
    find: `(locale === 'ar' ? 'rtl' : 'ltr')`,
    replace: `(locale === 'ar' ? 'ltr' : 'ltr')`,
    caughtBy: { part: 'e2e', file: 'pages-in-languages' },
  },
  {
    name: 'broken-download',
    what: 'a cell of a download is a formula to a spreadsheet',
    file: 'lib/text/csv.ts',
    find: `text.replace(formulaStart, \`$1'$2\`)`,
    replace: 'text',
    caughtBy: { part: 'unit', file: 'csv' },
  },
  {
    name: 'postgresql-only',
    what: 'numbers that PostgreSQL gives as texts are not made numbers',
    file: 'lib/needs/store/queries.ts',
    find: 'sql`count(*)`.mapWith(Number)',
    replace: 'sql<number>`count(*)`',
    caughtBy: { part: 'postgresql', file: 'lists' },
  },
  {
    name: 'order-of-nulls',
    what: 'what has no priority stands first on one engine and last on the other',
    file: 'lib/needs/priorities/queries.ts',
    find: '${need.priority} asc nulls last',
    replace: '${need.priority} asc',
    caughtBy: { part: 'sqlite', file: 'priorities' },
  },
  {
    name: 'open-session',
    what: 'a session that was ended goes on',
    file: 'lib/sessions/sessions.ts',
    find: 'isNull(session.endedAt),\n        gt(session.expiresAt,',
    replace: 'gt(session.expiresAt,',
    caughtBy: { part: 'sqlite', file: 'sessions' },
  },
  {
    name: 'false-sentence',
    what: 'a note may say that one stands first alone where two do',
    file: 'lib/notes/model/evaluate.ts',
    find: '(!claim.alone || ',
    replace: '(true || ',
    caughtBy: { part: 'sqlite', file: 'notes-claims' },
  },
  {
    name: 'mail-to-nobody',
    what: 'reviewers do not hear that a need waits for them',
    file: 'lib/needs/entry/notify.ts',
    find: `kind === 'submit' || kind === 'object'`,
    replace: `kind === 'object'`,
    caughtBy: { part: 'sqlite', file: 'mail-recipients' },
  },
  {
    name: 'framed-page',
    what: 'pages may be shown within those of another site',
    file: 'lib/server/security-headers.ts',
    find: `frame-ancestors 'none'`,
    replace: `frame-ancestors *`,
    caughtBy: { part: 'unit', file: 'headers' },
  },
  {
    name: 'doubled-version',
    what: 'a version of a need does not end the one before it',
    file: 'lib/needs/store/versions.ts',
    find: 'sql`(${laterVersion} and later.version = ${needVersion}.version + 1)`',
    replace: 'sql`null`',
    caughtBy: { part: 'sqlite', file: 'needs.test' },
  },
  {
    name: 'altered-row',
    what: 'a verification does not compare the digest of a row',
    file: 'lib/people/audit/verify-contents.ts',
    find: 'if (written?.digest === digest) continue;',
    replace: 'if (written) continue;',
    caughtBy: { part: 'sqlite', file: 'verify-register' },
  },
];

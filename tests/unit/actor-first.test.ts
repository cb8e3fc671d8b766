import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/actor';

/** Every module of queries and commands; one that is missing here fails the test at the end. */
type Modules = {
  'accounts/commands': typeof import('#lib/accounts/commands');
  'accounts/queries': typeof import('#lib/accounts/queries');
  'assistance/brief-queries': typeof import('#lib/assistance/brief-queries');
  'assistance/commands': typeof import('#lib/assistance/commands');
  'assistance/form-queries': typeof import('#lib/assistance/form-queries');
  'assistance/hub-commands': typeof import('#lib/assistance/hub-commands');
  'assistance/hub-queries': typeof import('#lib/assistance/hub-queries');
  'assistance/import-commands': typeof import('#lib/assistance/import-commands');
  'assistance/queries': typeof import('#lib/assistance/queries');
  'attachments/commands': typeof import('#lib/attachments/commands');
  'attachments/queries': typeof import('#lib/attachments/queries');
  'coding/commands': typeof import('#lib/coding/commands');
  'coding/difference-queries': typeof import('#lib/coding/difference-queries');
  'coding/guide-commands': typeof import('#lib/coding/guide-commands');
  'coding/guide-queries': typeof import('#lib/coding/guide-queries');
  'coding/review-queries': typeof import('#lib/coding/review-queries');
  'coding/sample-commands': typeof import('#lib/coding/sample-commands');
  'coding/sample-queries': typeof import('#lib/coding/sample-queries');
  'coding/task-queries': typeof import('#lib/coding/task-queries');
  'colleagues/commands': typeof import('#lib/colleagues/commands');
  'colleagues/queries': typeof import('#lib/colleagues/queries');
  'comments/commands': typeof import('#lib/comments/commands');
  'comments/queries': typeof import('#lib/comments/queries');
  'comparisons/queries': typeof import('#lib/comparisons/queries');
  'decisions/commands': typeof import('#lib/decisions/commands');
  'decisions/queries': typeof import('#lib/decisions/queries');
  'handovers/commands': typeof import('#lib/handovers/commands');
  'handovers/queries': typeof import('#lib/handovers/queries');
  'imports/commands': typeof import('#lib/imports/commands');
  'imports/queries': typeof import('#lib/imports/queries');
  'likeness/queries': typeof import('#lib/likeness/queries');
  'mail/commands': typeof import('#lib/mail/commands');
  'mail/queries': typeof import('#lib/mail/queries');
  'matches/commands': typeof import('#lib/matches/commands');
  'matches/queries': typeof import('#lib/matches/queries');
  'matches/unmet-queries': typeof import('#lib/matches/unmet-queries');
  'needs/commands': typeof import('#lib/needs/commands');
  'needs/history-queries': typeof import('#lib/needs/history-queries');
  'needs/list-commands': typeof import('#lib/needs/list-commands');
  'needs/list-queries': typeof import('#lib/needs/list-queries');
  'needs/queries': typeof import('#lib/needs/queries');
  'needs/take-up-commands': typeof import('#lib/needs/take-up-commands');
  'notes/binding-commands': typeof import('#lib/notes/binding-commands');
  'notes/block-commands': typeof import('#lib/notes/block-commands');
  'notes/check-queries': typeof import('#lib/notes/check-queries');
  'notes/commands': typeof import('#lib/notes/commands');
  'notes/compare-queries': typeof import('#lib/notes/compare-queries');
  'notes/edition-commands': typeof import('#lib/notes/edition-commands');
  'notes/people-commands': typeof import('#lib/notes/people-commands');
  'notes/queries': typeof import('#lib/notes/queries');
  'plans/commands': typeof import('#lib/plans/commands');
  'plans/queries': typeof import('#lib/plans/queries');
  'priorities/commands': typeof import('#lib/priorities/commands');
  'priorities/queries': typeof import('#lib/priorities/queries');
  'progress/commands': typeof import('#lib/progress/commands');
  'progress/queries': typeof import('#lib/progress/queries');
  'published/commands': typeof import('#lib/published/commands');
  'published/queries': typeof import('#lib/published/queries');
  'queue/commands': typeof import('#lib/queue/commands');
  'queue/queries': typeof import('#lib/queue/queries');
  'reviewers/commands': typeof import('#lib/reviewers/commands');
  'reviewers/queries': typeof import('#lib/reviewers/queries');
  'reviews/checklist-queries': typeof import('#lib/reviews/checklist-queries');
  'reviews/closing-commands': typeof import('#lib/reviews/closing-commands');
  'reviews/commands': typeof import('#lib/reviews/commands');
  'reviews/queries': typeof import('#lib/reviews/queries');
  'settings/commands': typeof import('#lib/settings/commands');
  'settings/queries': typeof import('#lib/settings/queries');
  'summaries/page-queries': typeof import('#lib/summaries/page-queries');
  'summaries/queries': typeof import('#lib/summaries/queries');
  'terms/commands': typeof import('#lib/terms/commands');
  'terms/queries': typeof import('#lib/terms/queries');
};

type IsAny<T> = 0 extends 1 & T ? true : false;
/** Whether a function takes an actor first who cannot be left out, null or anything at all. */
type ActorFirst<F> = F extends (...given: infer Given) => unknown
  ? Given extends readonly [infer First, ...unknown[]]
    ? IsAny<First> extends true
      ? false
      : [First] extends [Actor]
        ? [Actor] extends [First]
          ? true
          : false
        : false
    : false
  : true;
/** The exports that do not, by name. */
type Violations<Module> = {
  [Name in keyof Module]: ActorFirst<Module[Name]> extends true ? never : Name;
}[keyof Module];

type None<T extends never> = T;
/** Does not compile while an exported function of these modules lets somebody in unasked. */
export type Held = None<{ [Name in keyof Modules]: Violations<Modules[Name]> }[keyof Modules]>;

/** What the fence must refuse, planted. */
type Planted = {
  first: (actor: Actor, id: string) => Promise<string>;
  alone: (actor: Actor) => void;
  aConstant: readonly string[];
  second: (id: string, actor: Actor) => Promise<string>;
  without: (id: string) => Promise<string>;
  nobody: () => Promise<string>;
  perhapsNull: (actor: Actor | null) => Promise<string>;
  leftOut: (actor?: Actor) => Promise<string>;
  loose: (actor: never) => Promise<string>;
  something: (actor: unknown) => Promise<string>;
  likeOne: (actor: { role: string }) => Promise<string>;
  many: (...actors: Actor[]) => Promise<string>;
};
// @ts-expect-error Planted violations: without them this line would compile, and the fence would hold nothing.
export type Refused = None<Violations<Planted>>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const exactly: Same<
  Violations<Planted>,
  | 'second'
  | 'without'
  | 'nobody'
  | 'perhapsNull'
  | 'leftOut'
  | 'loose'
  | 'something'
  | 'likeOne'
  | 'many'
> = true;

const named: Readonly<Record<keyof Modules, true>> = {
  'accounts/commands': true,
  'accounts/queries': true,
  'assistance/brief-queries': true,
  'assistance/commands': true,
  'assistance/form-queries': true,
  'assistance/hub-commands': true,
  'assistance/hub-queries': true,
  'assistance/import-commands': true,
  'assistance/queries': true,
  'attachments/commands': true,
  'attachments/queries': true,
  'coding/commands': true,
  'coding/difference-queries': true,
  'coding/guide-commands': true,
  'coding/guide-queries': true,
  'coding/review-queries': true,
  'coding/sample-commands': true,
  'coding/sample-queries': true,
  'coding/task-queries': true,
  'colleagues/commands': true,
  'colleagues/queries': true,
  'comments/commands': true,
  'comments/queries': true,
  'comparisons/queries': true,
  'decisions/commands': true,
  'decisions/queries': true,
  'handovers/commands': true,
  'handovers/queries': true,
  'imports/commands': true,
  'imports/queries': true,
  'likeness/queries': true,
  'mail/commands': true,
  'mail/queries': true,
  'matches/commands': true,
  'matches/queries': true,
  'matches/unmet-queries': true,
  'needs/commands': true,
  'needs/history-queries': true,
  'needs/list-commands': true,
  'needs/list-queries': true,
  'needs/queries': true,
  'needs/take-up-commands': true,
  'notes/binding-commands': true,
  'notes/block-commands': true,
  'notes/check-queries': true,
  'notes/commands': true,
  'notes/compare-queries': true,
  'notes/edition-commands': true,
  'notes/people-commands': true,
  'notes/queries': true,
  'plans/commands': true,
  'plans/queries': true,
  'priorities/commands': true,
  'priorities/queries': true,
  'progress/commands': true,
  'progress/queries': true,
  'published/commands': true,
  'published/queries': true,
  'queue/commands': true,
  'queue/queries': true,
  'reviewers/commands': true,
  'reviewers/queries': true,
  'reviews/checklist-queries': true,
  'reviews/closing-commands': true,
  'reviews/commands': true,
  'reviews/queries': true,
  'settings/commands': true,
  'settings/queries': true,
  'summaries/page-queries': true,
  'summaries/queries': true,
  'terms/commands': true,
  'terms/queries': true,
};

describe('every query and command takes an actor first', () => {
  it('is held by the compiler, which refuses exactly the planted violations', () => {
    expect(exactly).toBe(true);
  });

  it('names every module of queries and commands that there is', () => {
    const found = readdirSync('lib', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /(^|[/-])(queries|commands)\.ts$/.test(file));
    expect(found.map((file) => file.replace('.ts', '')).toSorted()).toEqual(
      Object.keys(named).toSorted(),
    );
  });
});

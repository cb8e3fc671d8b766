import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/base/actor';

/** Every module of queries and commands; one that is missing here fails the test at the end. */
type Modules = {
  'api/model/change-queries': typeof import('#lib/api/model/change-queries');
  'assistance/hubs/brief-queries': typeof import('#lib/assistance/hubs/brief-queries');
  'assistance/activities/commands': typeof import('#lib/assistance/activities/commands');
  'assistance/activities/form-queries': typeof import('#lib/assistance/activities/form-queries');
  'assistance/hubs/commands': typeof import('#lib/assistance/hubs/commands');
  'assistance/hubs/queries': typeof import('#lib/assistance/hubs/queries');
  'assistance/imports/commands': typeof import('#lib/assistance/imports/commands');
  'assistance/activities/queries': typeof import('#lib/assistance/activities/queries');
  'assistance/matches/commands': typeof import('#lib/assistance/matches/commands');
  'assistance/matches/queries': typeof import('#lib/assistance/matches/queries');
  'assistance/matches/unmet-queries': typeof import('#lib/assistance/matches/unmet-queries');
  'assistance/plans/commands': typeof import('#lib/assistance/plans/commands');
  'assistance/plans/queries': typeof import('#lib/assistance/plans/queries');
  'counting/comparisons/queries': typeof import('#lib/counting/comparisons/queries');
  'counting/published/commands': typeof import('#lib/counting/published/commands');
  'counting/published/queries': typeof import('#lib/counting/published/queries');
  'counting/summaries/page-queries': typeof import('#lib/counting/summaries/page-queries');
  'counting/summaries/queries': typeof import('#lib/counting/summaries/queries');
  'needs/attachments/commands': typeof import('#lib/needs/attachments/commands');
  'needs/attachments/queries': typeof import('#lib/needs/attachments/queries');
  'needs/comments/commands': typeof import('#lib/needs/comments/commands');
  'needs/comments/queries': typeof import('#lib/needs/comments/queries');
  'needs/entry/commands': typeof import('#lib/needs/entry/commands');
  'needs/entry/restore-commands': typeof import('#lib/needs/entry/restore-commands');
  'needs/imports/commands': typeof import('#lib/needs/imports/commands');
  'needs/imports/pipeline/queries': typeof import('#lib/needs/imports/pipeline/queries');
  'needs/lists/list-commands': typeof import('#lib/needs/lists/list-commands');
  'needs/lists/list-queries': typeof import('#lib/needs/lists/list-queries');
  'needs/priorities/commands': typeof import('#lib/needs/priorities/commands');
  'needs/priorities/queries': typeof import('#lib/needs/priorities/queries');
  'needs/reviews/commands': typeof import('#lib/needs/reviews/commands');
  'needs/reviews/queries': typeof import('#lib/needs/reviews/queries');
  'needs/store/history-queries': typeof import('#lib/needs/store/history-queries');
  'needs/store/queries': typeof import('#lib/needs/store/queries');
  'needs/translations/commands': typeof import('#lib/needs/translations/commands');
  'needs/translations/import-commands': typeof import('#lib/needs/translations/import-commands');
  'needs/translations/queries': typeof import('#lib/needs/translations/queries');
  'needs/terms/commands': typeof import('#lib/needs/terms/commands');
  'needs/terms/queries': typeof import('#lib/needs/terms/queries');
  'notes/blocks/binding-commands': typeof import('#lib/notes/blocks/binding-commands');
  'notes/blocks/block-commands': typeof import('#lib/notes/blocks/block-commands');
  'notes/checks/check-queries': typeof import('#lib/notes/checks/check-queries');
  'notes/editions/head-commands': typeof import('#lib/notes/editions/head-commands');
  'notes/comparison/compare-queries': typeof import('#lib/notes/comparison/compare-queries');
  'notes/editions/status-commands': typeof import('#lib/notes/editions/status-commands');
  'notes/editions/people-commands': typeof import('#lib/notes/editions/people-commands');
  'notes/store/queries': typeof import('#lib/notes/store/queries');
  'sessions/session-commands': typeof import('#lib/sessions/session-commands');
  'sessions/session-queries': typeof import('#lib/sessions/session-queries');
  'operation/checks/commands': typeof import('#lib/operation/checks/commands');
  'operation/checks/queries': typeof import('#lib/operation/checks/queries');
  'people/accounts/commands': typeof import('#lib/people/accounts/commands');
  'people/accounts/overview-queries': typeof import('#lib/people/accounts/overview-queries');
  'people/accounts/queries': typeof import('#lib/people/accounts/queries');
  'people/api-tokens/commands': typeof import('#lib/people/api-tokens/commands');
  'people/api-tokens/queries': typeof import('#lib/people/api-tokens/queries');
  'people/audit/commands': typeof import('#lib/people/audit/commands');
  'people/audit/queries': typeof import('#lib/people/audit/queries');
  'people/colleagues/commands': typeof import('#lib/people/colleagues/commands');
  'people/colleagues/queries': typeof import('#lib/people/colleagues/queries');
  'people/handovers/commands': typeof import('#lib/people/handovers/commands');
  'people/handovers/queries': typeof import('#lib/people/handovers/queries');
  'people/mail/commands': typeof import('#lib/people/mail/commands');
  'people/reviewers/commands': typeof import('#lib/people/reviewers/commands');
  'people/reviewers/queries': typeof import('#lib/people/reviewers/queries');
  'people/settings/commands': typeof import('#lib/people/settings/commands');
  'people/settings/queries': typeof import('#lib/people/settings/queries');
  'review/closing/queries': typeof import('#lib/review/closing/queries');
  'review/closing/commands': typeof import('#lib/review/closing/commands');
  'review/coding/commands': typeof import('#lib/review/coding/commands');
  'review/coding/difference-queries': typeof import('#lib/review/coding/difference-queries');
  'review/coding/guide-commands': typeof import('#lib/review/coding/guide-commands');
  'review/coding/guide-queries': typeof import('#lib/review/coding/guide-queries');
  'review/coding/review-queries': typeof import('#lib/review/coding/review-queries');
  'review/coding/sample-commands': typeof import('#lib/review/coding/sample-commands');
  'review/coding/sample-queries': typeof import('#lib/review/coding/sample-queries');
  'review/coding/task-queries': typeof import('#lib/review/coding/task-queries');
  'review/decisions/commands': typeof import('#lib/review/decisions/commands');
  'review/decisions/queries': typeof import('#lib/review/decisions/queries');
  'review/similarity/queries': typeof import('#lib/review/similarity/queries');
  'review/mail/queries': typeof import('#lib/review/mail/queries');
  'review/progress/commands': typeof import('#lib/review/progress/commands');
  'review/progress/queries': typeof import('#lib/review/progress/queries');
  'review/queue/commands': typeof import('#lib/review/queue/commands');
  'review/queue/queries': typeof import('#lib/review/queue/queries');
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
  'api/model/change-queries': true,
  'assistance/hubs/brief-queries': true,
  'assistance/activities/commands': true,
  'assistance/activities/form-queries': true,
  'assistance/hubs/commands': true,
  'assistance/hubs/queries': true,
  'assistance/imports/commands': true,
  'assistance/activities/queries': true,
  'assistance/matches/commands': true,
  'assistance/matches/queries': true,
  'assistance/matches/unmet-queries': true,
  'assistance/plans/commands': true,
  'assistance/plans/queries': true,
  'counting/comparisons/queries': true,
  'counting/published/commands': true,
  'counting/published/queries': true,
  'counting/summaries/page-queries': true,
  'counting/summaries/queries': true,
  'needs/attachments/commands': true,
  'needs/attachments/queries': true,
  'needs/comments/commands': true,
  'needs/comments/queries': true,
  'needs/entry/commands': true,
  'needs/entry/restore-commands': true,
  'needs/imports/commands': true,
  'needs/imports/pipeline/queries': true,
  'needs/lists/list-commands': true,
  'needs/lists/list-queries': true,
  'needs/priorities/commands': true,
  'needs/priorities/queries': true,
  'needs/reviews/commands': true,
  'needs/reviews/queries': true,
  'needs/store/history-queries': true,
  'needs/store/queries': true,
  'needs/translations/commands': true,
  'needs/translations/import-commands': true,
  'needs/translations/queries': true,
  'needs/terms/commands': true,
  'needs/terms/queries': true,
  'notes/blocks/binding-commands': true,
  'notes/blocks/block-commands': true,
  'notes/checks/check-queries': true,
  'notes/editions/head-commands': true,
  'notes/comparison/compare-queries': true,
  'notes/editions/status-commands': true,
  'notes/editions/people-commands': true,
  'notes/store/queries': true,
  'sessions/session-commands': true,
  'sessions/session-queries': true,
  'operation/checks/commands': true,
  'operation/checks/queries': true,
  'people/accounts/commands': true,
  'people/accounts/overview-queries': true,
  'people/accounts/queries': true,
  'people/api-tokens/commands': true,
  'people/api-tokens/queries': true,
  'people/audit/commands': true,
  'people/audit/queries': true,
  'people/colleagues/commands': true,
  'people/colleagues/queries': true,
  'people/handovers/commands': true,
  'people/handovers/queries': true,
  'people/mail/commands': true,
  'people/reviewers/commands': true,
  'people/reviewers/queries': true,
  'people/settings/commands': true,
  'people/settings/queries': true,
  'review/closing/queries': true,
  'review/closing/commands': true,
  'review/coding/commands': true,
  'review/coding/difference-queries': true,
  'review/coding/guide-commands': true,
  'review/coding/guide-queries': true,
  'review/coding/review-queries': true,
  'review/coding/sample-commands': true,
  'review/coding/sample-queries': true,
  'review/coding/task-queries': true,
  'review/decisions/commands': true,
  'review/decisions/queries': true,
  'review/similarity/queries': true,
  'review/mail/queries': true,
  'review/progress/commands': true,
  'review/progress/queries': true,
  'review/queue/commands': true,
  'review/queue/queries': true,
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

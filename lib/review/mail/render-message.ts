import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { read } from '#db/client';
import { account, need, state } from '#db/schema';
import { bulkDecision, bulkNeed } from '#db/schema/decisions';
import { handover } from '#db/schema/data-entry';
import type { Actor } from '#lib/base/actor';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import {
  dueTasks,
  needMailKinds,
  reviewMailKinds,
  type DueTask,
  type NeedMailKind,
  type ReviewMailKind,
} from '#lib/people/mail/vocabulary';
import { needById } from '#lib/needs/store/queries';
import { declaredChapters } from '#lib/needs/reviews/load-review-status';
import { reviewById } from '#lib/needs/reviews/queries';

export type QueuedMessage = Readonly<{ kind: string; data: Readonly<Record<string, string>> }>;
/** A rendered message: a sentence, and the path of its page. */
export type MessageLine = Readonly<{ text: string; path: string }>;
type RenderContext = Readonly<{ actor: Actor; locale: Locale; t: Translate }>;

/** Isolates codes and names in right-to-left text, whatever their direction (FSI … PDI). */
const isolated = (locale: Locale, value: string) =>
  directionOf(locale) === 'rtl' ? `\u2068${value}\u2069` : value;

const reviewName = ({ locale, t }: RenderContext, stateCode: string, cycle: Cycle) =>
  t('reviews.one', {
    state: isolated(locale, stateName(stateCode, locale)),
    cycle: t(`cycles.${cycle}`),
  });

async function renderNeedMessage(
  context: RenderContext,
  kind: NeedMailKind,
  id: string,
): Promise<MessageLine | undefined> {
  const { actor, locale, t } = context;
  const view = await needById(actor, id);
  if (!view?.working) return undefined;
  const reference = view.reference ? isolated(locale, view.reference) : t('need.draftTitle');
  return {
    text: t(`mail.kinds.${kind}`, {
      reference,
      review: reviewName(context, view.stateCode, view.cycle),
    }),
    path: kind === 'claimed' ? 'assistance/claims' : `needs/${id}`,
  };
}

/** Only if the date has not been changed since, and the review is still open. */
async function renderDueDateMessage(
  context: RenderContext,
  kind: 'due-soon' | 'overdue',
  task: DueTask,
  { review: id = '', on = '' }: QueuedMessage['data'],
): Promise<MessageLine | undefined> {
  const review = await reviewById(context.actor, id);
  if (
    !review ||
    review.closedAt ||
    on !== (task === 'entry' ? review.entryDueOn : review.decisionDueOn)
  )
    return undefined;
  const values = {
    review: reviewName(context, review.stateCode, review.cycle),
    date: formatDate(context.locale, on),
  };
  return { text: context.t(`mail.kinds.${kind}.${task}`, values), path: `reviews/${id}` };
}

async function renderHandoverMessage(
  { actor, locale, t }: RenderContext,
  id: string,
): Promise<MessageLine | undefined> {
  const [row] = await read()
    .select({
      from: handover.fromAccountId,
      to: handover.toAccountId,
      stateId: handover.stateId,
      stateCode: state.code,
    })
    .from(handover)
    .innerJoin(state, eq(state.id, handover.stateId))
    .where(eq(handover.id, id));
  if (!row || (actor.role !== 'administrator' && actor.stateId !== row.stateId)) return undefined;
  const names = await read()
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, [row.from, row.to]));
  const nameOf = (accountId: string) =>
    isolated(locale, names.find((person) => person.id === accountId)?.name ?? '');
  const text = t('mail.kinds.handed-over', {
    from: nameOf(row.from),
    to: nameOf(row.to),
    state: isolated(locale, stateName(row.stateCode, locale)),
  });
  return { text, path: actor.role === 'administrator' ? 'accounts' : 'needs' };
}

/** Only if it is still so. */
async function renderReviewMessage(
  context: RenderContext,
  kind: ReviewMailKind,
  { review: id = '', chapter = '' }: QueuedMessage['data'],
): Promise<MessageLine | undefined> {
  const review = await reviewById(context.actor, id);
  if (!review) return undefined;
  const declared = await declaredChapters(read(), id);
  const isSo = {
    'review-closed': review.closedAt !== null,
    'review-reopened': review.closedAt === null,
    'chapter-declared': declared.has(chapter as Chapter),
    'chapter-taken-back': !declared.has(chapter as Chapter),
  }[kind];
  if (!isSo) return undefined;
  const name = reviewName(context, review.stateCode, review.cycle);
  return {
    text: context.t(`mail.kinds.${kind}`, { review: name, chapter }),
    path: `reviews/${id}`,
  };
}

/** A bulk decision on needs of a review. */
async function renderDecisionMessage(
  context: RenderContext,
  decision: string,
  reviewId: string,
): Promise<MessageLine | undefined> {
  const review = await reviewById(context.actor, reviewId);
  const [decided] = await read()
    .select({ verb: bulkDecision.verb, needs: sql`count(*)`.mapWith(Number) })
    .from(bulkDecision)
    .innerJoin(bulkNeed, eq(bulkNeed.bulkId, bulkDecision.id))
    .innerJoin(need, eq(need.id, bulkNeed.needId))
    .where(and(eq(bulkDecision.id, decision), eq(need.reviewId, reviewId)))
    .groupBy(bulkDecision.verb);
  if (!review || !decided) return undefined;
  return {
    text: context.t(`mail.kinds.decided.${decided.verb}`, {
      count: decided.needs,
      review: reviewName(context, review.stateCode, review.cycle),
    }),
    path: `needs?review=${reviewId}`,
  };
}

/** Renders a message for its recipient; undefined if they may no longer see what it is about. */
export async function renderMessage(
  context: RenderContext,
  { kind, data }: QueuedMessage,
): Promise<MessageLine | undefined> {
  const needKind = needMailKinds.find((known) => known === kind);
  if (needKind) return renderNeedMessage(context, needKind, data.need ?? '');
  const reviewKind = reviewMailKinds.find((known) => known === kind);
  if (reviewKind) return renderReviewMessage(context, reviewKind, data);
  const task = dueTasks.find((known) => known === data.task);
  if (task && (kind === 'due-soon' || kind === 'overdue'))
    return renderDueDateMessage(context, kind, task, data);
  if (kind === 'decided')
    return renderDecisionMessage(context, data.decision ?? '', data.review ?? '');
  return kind === 'handed-over' ? renderHandoverMessage(context, data.handover ?? '') : undefined;
}

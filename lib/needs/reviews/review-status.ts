import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import type { Status } from '#lib/needs/model/vocabulary';

export type ByStatus = Readonly<Partial<Record<Status, number>>>;
export type Signature = Readonly<{ by: string; at: string }>;
export type ArticleStatus = Readonly<{
  article: number;
  needs: ByStatus;
  answer: Signature | null;
}>;
export type ChapterStatus = Readonly<{
  chapter: Chapter;
  articles: readonly ArticleStatus[];
  /** Needs of the chapter as a whole. */
  general: ByStatus;
  /** The drafts of the chapter; an article under a draft is not yet answered. */
  drafts: number;
  declared: Signature | null;
}>;

/** The statuses of a need that answer its articles; drafts and withdrawn needs answer nothing. */
const answeringStatuses: readonly Status[] = ['submitted', 'returned', 'recoded', 'approved'];
export const isAnswered = ({ needs, answer }: ArticleStatus): boolean =>
  answer !== null || answeringStatuses.some((status) => (needs[status] ?? 0) > 0);

/** Returns the articles of the chapter that are not answered. */
export const unansweredArticles = ({ articles }: ChapterStatus): number[] =>
  articles.filter((status) => !isAnswered(status)).map(({ article }) => article);

/** Whether everything is entered, so that the chapter can be declared complete. */
export const isComplete = (status: ChapterStatus): boolean =>
  unansweredArticles(status).length === 0 && status.drafts === 0;

type NeedOfChapter = Readonly<{
  chapter: Chapter | null;
  general: boolean;
  articles: readonly number[];
  status: Status;
}>;

/** Returns the status of a chapter, from the needs, answers and declarations of its review. */
export function chapterStatusOf(
  chapter: Chapter,
  needs: readonly NeedOfChapter[],
  answers: ReadonlyMap<number, Signature>,
  declared: Signature | null,
): ChapterStatus {
  const needsOfChapter = needs.filter((need) => need.chapter === chapter);
  const count = (needs: readonly NeedOfChapter[]): ByStatus =>
    needs.reduce<Partial<Record<Status, number>>>(
      (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
      {},
    );
  return {
    chapter,
    declared,
    general: count(needsOfChapter.filter(({ general }) => general)),
    drafts: needsOfChapter.filter(({ status }) => status === 'draft').length,
    articles: articlesOfChapter(chapter).map((article) => ({
      article,
      needs: count(needsOfChapter.filter(({ articles }) => articles.includes(article))),
      answer: answers.get(article) ?? null,
    })),
  };
}

/** Why nothing can be entered into a review: it is closed, or all its chapters are declared. */
export type EntryBarrier = 'closed' | 'declared';

export type AwaitedAction = Readonly<{
  whose: 'focal-point' | 'reviewer';
  since: string;
  dueOn: string | null;
  why: 'returned' | 'entering' | 'deciding';
}>;
type ReviewDeadlines = Readonly<{
  openedAt: string;
  entryDueOn: string | null;
  decisionDueOn: string | null;
}>;

/**
 * Returns who must act on a review, since when and until when; nobody once every chapter is
 * declared and every need decided.
 */
export function awaitedActions(
  chapters: readonly ChapterStatus[],
  oldestByStatus: Readonly<Partial<Record<Status, string>>>,
  { openedAt, entryDueOn, decisionDueOn }: ReviewDeadlines,
): AwaitedAction[] {
  const oldestUndecided = [oldestByStatus.submitted, oldestByStatus.recoded]
    .filter((at) => at !== undefined)
    .toSorted()[0];
  const isEntryOpen = chapters.some(({ declared }) => declared === null);
  const turns: AwaitedAction[] = [];
  const { returned } = oldestByStatus;
  if (returned)
    turns.push({ whose: 'focal-point', since: returned, dueOn: entryDueOn, why: 'returned' });
  else if (isEntryOpen)
    turns.push({ whose: 'focal-point', since: openedAt, dueOn: entryDueOn, why: 'entering' });
  if (oldestUndecided)
    turns.push({
      whose: 'reviewer',
      since: oldestUndecided,
      dueOn: decisionDueOn,
      why: 'deciding',
    });
  return turns;
}

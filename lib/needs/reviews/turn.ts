import { articlesOfChapter } from '#lib/convention/articles';
import type { Chapter } from '#lib/convention/chapters';
import type { Status } from '#lib/needs/model/vocabulary';

export type ByStatus = Readonly<Partial<Record<Status, number>>>;
export type Signed = Readonly<{ by: string; at: string }>;
export type ArticleDesk = Readonly<{ article: number; needs: ByStatus; answer: Signed | null }>;
export type ChapterDesk = Readonly<{
  chapter: Chapter;
  articles: readonly ArticleDesk[];
  /** Needs of the chapter as a whole. */
  general: ByStatus;
  /** The drafts of the chapter; an article under a draft is not yet answered. */
  drafts: number;
  declared: Signed | null;
}>;

/** The statuses of a need that answer its articles; drafts and withdrawn needs answer nothing. */
const answering: readonly Status[] = ['submitted', 'returned', 'recoded', 'approved'];
export const isAnswered = ({ needs, answer }: ArticleDesk): boolean =>
  answer !== null || answering.some((status) => (needs[status] ?? 0) > 0);

/** Returns the articles of the chapter that are not answered. */
export const owed = ({ articles }: ChapterDesk): number[] =>
  articles.filter((desk) => !isAnswered(desk)).map(({ article }) => article);

/** Whether everything is entered, so that the chapter can be declared complete. */
export const isComplete = (desk: ChapterDesk): boolean =>
  owed(desk).length === 0 && desk.drafts === 0;

type Needed = Readonly<{
  chapter: Chapter | null;
  general: boolean;
  articles: readonly number[];
  status: Status;
}>;

/** Returns the status of a chapter, from the needs, answers and declarations of its review. */
export function chapterDesk(
  chapter: Chapter,
  needs: readonly Needed[],
  answers: ReadonlyMap<number, Signed>,
  declared: Signed | null,
): ChapterDesk {
  const here = needs.filter((need) => need.chapter === chapter);
  const count = (some: readonly Needed[]): ByStatus =>
    some.reduce<Partial<Record<Status, number>>>(
      (by, { status }) => ({ ...by, [status]: (by[status] ?? 0) + 1 }),
      {},
    );
  return {
    chapter,
    declared,
    general: count(here.filter(({ general }) => general)),
    drafts: here.filter(({ status }) => status === 'draft').length,
    articles: articlesOfChapter(chapter).map((article) => ({
      article,
      needs: count(here.filter(({ articles }) => articles.includes(article))),
      answer: answers.get(article) ?? null,
    })),
  };
}

export type Turn = Readonly<{
  whose: 'focal-point' | 'reviewer';
  since: string;
  dueOn: string | null;
  why: 'returned' | 'entering' | 'deciding';
}>;
type Dated = Readonly<{
  openedAt: string;
  entryDueOn: string | null;
  decisionDueOn: string | null;
}>;

/**
 * Returns who must act on a review, since when and until when; nobody once every chapter is
 * declared and every need decided.
 */
export function turnsOf(
  chapters: readonly ChapterDesk[],
  oldest: Readonly<Partial<Record<Status, string>>>,
  { openedAt, entryDueOn, decisionDueOn }: Dated,
): Turn[] {
  const waiting = [oldest.submitted, oldest.recoded].filter((at) => at !== undefined).toSorted()[0];
  const entering = chapters.some(({ declared }) => declared === null);
  return [
    ...(oldest.returned
      ? [
          {
            whose: 'focal-point',
            since: oldest.returned,
            dueOn: entryDueOn,
            why: 'returned',
          } as const,
        ]
      : entering
        ? [{ whose: 'focal-point', since: openedAt, dueOn: entryDueOn, why: 'entering' } as const]
        : []),
    ...(waiting
      ? [{ whose: 'reviewer', since: waiting, dueOn: decisionDueOn, why: 'deciding' } as const]
      : []),
  ];
}

import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { need, needVersion, review } from '#db/schema';
import { sampledNeed, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { finishedCoding } from '#lib/review/coding/codings';
import { involvementIn } from '#lib/review/coding/involvement';
import { checkCodingRule, type CodingRuleInput } from '#lib/review/coding/rules';
import type { Coding } from '#lib/review/coding/vocabulary';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';

/**
 * All that a blind coder sees of a need: no reference, State, review, version, status or coding.
 */
const blindColumns = {
  text: needVersion.text,
  language: needVersion.language,
  quote: needVersion.quote,
  chapter: needVersion.chapter,
  cycle: review.cycle,
};
const codingColumns = {
  id: secondCoding.id,
  needId: sampledNeed.needId,
  accountId: secondCoding.accountId,
  codedAt: secondCoding.codedAt,
  articles: secondCoding.articles,
  general: secondCoding.general,
  category: secondCoding.category,
  subcategory: secondCoding.subcategory,
  tags: secondCoding.tags,
};

const selectTasks = (actor: Actor, from: Reader | Writer, onlyOpen: boolean, id?: string) =>
  from
    .select({ ...codingColumns, ...blindColumns })
    .from(secondCoding)
    .innerJoin(sampledNeed, eq(sampledNeed.id, secondCoding.sampledNeedId))
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, sampledNeed.needId), eq(needVersion.version, sampledNeed.version)),
    )
    .innerJoin(need, eq(need.id, sampledNeed.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .where(
      and(
        eq(secondCoding.accountId, actor.accountId ?? ''),
        id === undefined ? undefined : eq(secondCoding.id, id),
        onlyOpen ? isNull(secondCoding.codedAt) : undefined,
      ),
    )
    .orderBy(asc(secondCoding.id))
    .limit(1000);

export type CodingTask = Readonly<{
  id: string;
  text: string;
  language: Locale | null;
  quote: string | null;
  chapter: Chapter;
  cycle: Cycle;
  coding: Coding | null;
  ruleInput: CodingRuleInput;
}>;

async function loadTasks(
  actor: Actor,
  from: Reader | Writer,
  onlyOpen: boolean,
  id?: string,
): Promise<CodingTask[]> {
  const rows = actor.role === 'reviewer' ? await selectTasks(actor, from, onlyOpen, id) : [];
  const hands = await involvementIn(from, [...new Set(rows.map(({ needId }) => needId))]);
  return rows.map(
    ({
      id: codingId,
      needId,
      accountId,
      text,
      language,
      quote,
      chapter,
      cycle,
      ...columns
    }): CodingTask => {
      const coding = finishedCoding(columns);
      return {
        id: codingId,
        text: text ?? '',
        language,
        quote,
        chapter: chapter!,
        cycle: cycle as Cycle,
        coding,
        ruleInput: {
          status: coding ? 'same' : 'open',
          coder: accountId,
          involved: [...hands.get(needId)!.all],
          coders: [],
        },
      };
    },
  );
}

/**
 * The codings that this reviewer has to make, without needs in which they became involved since.
 */
export const openCodingTasks = async (actor: Actor): Promise<CodingTask[]> =>
  (await loadTasks(actor, read(), true)).filter(
    ({ ruleInput: standing }) => checkCodingRule(actor, 'code', standing) === 'allowed',
  );

/** A coding that is assigned to this reviewer; undefined for everybody else. */
export const codingTaskById = async (
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<CodingTask | undefined> => (await loadTasks(actor, from, false, id))[0];

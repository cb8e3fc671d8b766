import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { read } from '#db/client';
import { state } from '#db/schema';
import { secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import { categoryCodes } from '#lib/convention/categories';
import type { Facts, ReviewFacts } from '#lib/counting/facts/facts';
import { currentFacts } from '#lib/counting/facts/load';
import { seesWithoutPublication } from '#lib/counting/facts/scope';
import { isByCoding, type ListQuery, type NeedsFilter } from '#lib/needs/lists/list-filter';
import { defaultList } from '#lib/needs/lists/list-queries';
import { dateToNumber, today } from '#lib/text/dates';

/** The parts of a filter that the facts can answer; any other is for the database. */
const answered: ReadonlySet<string> = new Set<keyof NeedsFilter>([
  'statuses',
  'chapter',
  'article',
  'category',
  'subcategory',
  'tag',
  'state',
  'review',
]);

/** Whether the facts know which needs are in a list: the approved ones, whose coding is not hidden. */
async function isAnswered(
  actor: Actor,
  { list = defaultList(actor), past, filter = {} }: ListQuery,
): Promise<boolean> {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (list !== 'approved' || past || !parts.every(([name]) => answered.has(name))) return false;
  if (actor.role !== 'reviewer' || !isByCoding(filter)) return true;
  const open = await read()
    .select({ id: secondCoding.id })
    .from(secondCoding)
    .where(and(eq(secondCoding.accountId, actor.accountId!), isNull(secondCoding.codedAt)))
    .limit(1);
  return open.length === 0;
}

/** The rule of `approvedNeeds`, which is in SQL; a test holds the two equal. */
function isListed(actor: Actor): (review: ReviewFacts) => boolean {
  if (actor.role === 'public' && !environment().open) return () => false;
  const unpublished = seesWithoutPublication(actor);
  if (unpublished === 'all') return () => true;
  const now = dateToNumber(today());
  const isPast = (date: number) => date > 0 && date <= now;
  return (review) =>
    (isPast(review.completedOn) && isPast(review.publishedOn)) || unpublished(review);
}

type Condition = Readonly<{ values: Int32Array; admits: Uint8Array }>;

/** What a coded column admits, by its dictionary: a text is looked at once, however many have it. */
const admitted = (
  { values, dictionary }: Facts['provision'],
  admits: (text: string) => boolean,
): Condition => ({
  values,
  admits: Uint8Array.from(dictionary.texts, (text) => Number(admits(text))),
});

const withoutChapter = (provision: string): string => provision.slice(provision.indexOf(' ') + 1);

/** The parts of a filter, each as the column that it asks and what it admits there. */
function conditionsOf(facts: Facts, filter: NeedsFilter): Condition[] {
  const { chapter, article, category, subcategory, tag } = filter;
  return [
    chapter && admitted(facts.provision, (text) => text.startsWith(`${chapter} `)),
    article &&
      admitted(facts.provision, (text) => withoutChapter(text).split(';').includes(article)),
    category && {
      values: facts.category.values,
      admits: Uint8Array.from(categoryCodes, (code) => Number(code === category)),
    },
    subcategory && admitted(facts.subcategory, (text) => text === subcategory),
    tag !== undefined && admitted(facts.tags, (text) => text.split(';').includes(tag)),
  ].filter((condition) => typeof condition === 'object');
}

/** The needs of a list: how many they are, up to a bound, and the ids of them where they are few. */
type ListedNeeds = Readonly<{ total: number; ids?: readonly string[] }>;

const most = 10_001;
/** Fewer are read sooner one by one than found by a walk of the list. */
const fewNeeds = 300;

function listedIn(
  facts: Facts,
  sees: (review: ReviewFacts) => boolean,
  filter: NeedsFilter,
): ListedNeeds {
  const ofReview: Condition = {
    values: facts.review.values,
    admits: Uint8Array.from(facts.reviews, (review) => Number(sees(review))),
  };
  const conditions = [ofReview, ...conditionsOf(facts, filter)];
  const ids: string[] = [];
  let total = 0;
  for (let row = 0; row < facts.size && total < most; row += 1) {
    let isIn = 1;
    // A plain loop: this is what is done for each need of the register.
    for (let i = 0; i < conditions.length && isIn === 1; i += 1)
      isIn = conditions[i]!.admits[conditions[i]!.values[row]!]!;
    if (isIn === 0) continue;
    if (total < fewNeeds) ids.push(facts.idOf(row));
    total += 1;
  }
  return total < fewNeeds ? { total, ids } : { total };
}

/**
 * Returns which needs are in the list of approved needs, from the facts in memory: the database
 * would read every need. Undefined where only the database can say.
 */
export async function listedNeeds(
  actor: Actor,
  query: ListQuery,
): Promise<ListedNeeds | undefined> {
  if (!(await isAnswered(actor, query))) return undefined;
  const { filter = {} } = query;
  const { statuses = [], state: code, review } = filter;
  if (statuses.length > 0 && !statuses.includes('approved')) return { total: 0, ids: [] };
  const [found] = code
    ? await read().select({ id: state.id }).from(state).where(eq(state.code, code))
    : [];
  const facts = await currentFacts();
  const isVisible = isListed(actor);
  const sees = (each: ReviewFacts) =>
    isVisible(each) && (!code || each.stateId === found?.id) && (!review || each.id === review);
  return listedIn(facts, sees, filter);
}

import { categoryCodes } from '#lib/convention/categories';
import { regionCodes } from '#lib/convention/regions';
import type { Facts } from '#lib/summaries/facts';
import { countedReviews, passing, type Filter } from '#lib/summaries/filter';

const R = regionCodes.length;
const C = categoryCodes.length;

/**
 * The one pass over the needs. Each need adds one to a few tables of numbers and marks its State in a few tables of marks;
 * all that is shown is read off these, so that nothing is counted twice in two ways.
 */
export function tally(facts: Facts, filter: Filter) {
  const { region, state, stateRegion, summaries } = countedReviews(facts, filter);
  const pass = passing(facts, filter);
  const P = pass.provision.length;
  const S = pass.subcategory.length;
  const T = pass.types.length;
  const G = pass.tags.length;
  const K = pass.topics.length;
  const states = stateRegion.length;

  /** By tags, provision, region and category; by subcategory and category; by types and region; by topics, region and category. */
  const byTags = new Int32Array(G * P * R * C);
  const bySubcategory = new Int32Array(S * C);
  const byTypes = new Int32Array(T * R);
  const byTopics = new Int32Array(K * R * C);
  /** Which States have a need of the category, the provision, the tags, the topics. */
  const stateCategory = new Uint8Array(states * C);
  const stateProvision = new Uint8Array(states * P);
  const stateTags = new Uint8Array(states * G);
  const stateTopics = new Uint8Array(states * K);

  const { values: reviews } = facts.review;
  const { values: categories } = facts.category;
  const { values: subcategories } = facts.subcategory;
  const { values: provisions } = facts.provision;
  const { values: types } = facts.types;
  const { values: tags } = facts.tags;
  const { values: topics } = facts.topics;
  for (let i = 0; i < facts.size; i += 1) {
    const r = region[reviews[i]!]!;
    const c = categories[i]!;
    const s = subcategories[i]!;
    const p = provisions[i]!;
    const t = types[i]!;
    const g = tags[i]!;
    const k = topics[i]!;
    if (r < 0 || (pass.provision[p]! & pass.category[c]! & pass.subcategory[s]! & pass.types[t]! & pass.tags[g]! & pass.topics[k]!) === 0) continue;
    byTags[((g * P + p) * R + r) * C + c]! += 1;
    bySubcategory[s * C + c]! += 1;
    byTypes[t * R + r]! += 1;
    byTopics[(k * R + r) * C + c]! += 1;
    const n = state[reviews[i]!]!;
    stateCategory[n * C + c] = 1;
    stateProvision[n * P + p] = 1;
    stateTags[n * G + g] = 1;
    stateTopics[n * K + k] = 1;
  }
  return { P, S, T, G, K, states, stateRegion, summaries, byTags, bySubcategory, byTypes, byTopics, stateCategory, stateProvision, stateTags, stateTopics };
}

export type Tally = ReturnType<typeof tally>;

import { parsePattern, type PatternNode } from '#tests/support/patterns/parse-pattern';

/**
 * Finds texts on which a regular expression takes more than linear time.
 *
 * A backtracking engine does when it can read the same repeated text in more than one way and then
 * fails. In the automaton of the pattern's characters (Glushkov's) that is: two places p and q, and
 * a text that leads from p to p, from p to q and from q to q (Weber and Seidl 1991). A search that is
 * not bound to the start of the text adds a place that reads anything, before the pattern.
 */

/** The characters by which classes are told apart. */
const samples: readonly string[] = [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)),
  ...'ʼ̀αΩЖж٠٣اأىة٫٬ـ،؛०中国一、。，．（）：；０９ａＡ\u2000\u2009\u200b\u200e\u200f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2028\u202f\u2060\u2212\u3000\ufeff\ufffd😀𠀀',
];
const looseSurrogates = ['\ud800', '\udc00'];

type Part = Readonly<{
  first: readonly number[];
  last: readonly number[];
  /** The last places after which the match is found, whatever follows. */
  freeLast: readonly number[];
  nullable: boolean;
  freelyNullable: boolean;
}>;

const nothing: Part = { first: [], last: [], freeLast: [], nullable: false, freelyNullable: false };
const empty: Part = { ...nothing, nullable: true, freelyNullable: true };

class Automaton {
  readonly characters: string[] = [];
  readonly follow: Map<number, number>[] = [];
  readonly #flags: string;
  readonly #mayStart: boolean;
  /** The last places of lookaheads. */
  readonly ends = new Set<number>();

  constructor(flags: string, mayStart: boolean) {
    this.#flags = flags;
    this.#mayStart = mayStart;
  }

  place(source: string): number {
    this.characters.push(source);
    this.follow.push(new Map());
    return this.characters.length - 1;
  }

  connect(from: readonly number[], to: readonly number[]) {
    for (const each of from) {
      const next = this.follow[each]!;
      for (const other of to) next.set(other, (next.get(other) ?? 0) + 1);
    }
  }

  #sequence(before: Part, after: Part): Part {
    this.connect(before.last, after.first);
    return {
      first: before.nullable ? [...before.first, ...after.first] : before.first,
      last: after.nullable ? [...before.last, ...after.last] : after.last,
      freeLast: after.freelyNullable ? [...before.freeLast, ...after.freeLast] : after.freeLast,
      nullable: before.nullable && after.nullable,
      freelyNullable: before.freelyNullable && after.freelyNullable,
    };
  }

  #repeat({ body, min, max }: Extract<PatternNode, { kind: 'repeat' }>): Part {
    let whole = empty;
    const copies = max === Infinity ? Math.max(min, 1) : max;
    for (let copy = 1; copy <= copies; copy += 1) {
      const one = this.add(body);
      const isOptional = copy > min;
      if (max === Infinity && copy === copies) this.connect(one.last, one.first);
      const part = isOptional ? { ...one, nullable: true, freelyNullable: true } : one;
      whole = this.#sequence(whole, part);
    }
    return whole;
  }

  #look({ behind, body }: Extract<PatternNode, { kind: 'look' }>): Part {
    const asserted = { ...empty, freelyNullable: false };
    // A lookbehind reads backwards; its characters count only where they repeat.
    if (behind && !JSON.stringify(body).includes('"max":null')) return asserted;
    const part = this.add(body);
    for (const end of part.last) this.ends.add(end);
    return { ...asserted, first: part.first };
  }

  add(node: PatternNode): Part {
    switch (node.kind) {
      case 'empty':
        return empty;
      case 'start':
        if (this.#flags.includes('m')) return { ...empty, freelyNullable: false };
        return this.#mayStart ? empty : nothing;
      case 'assertion':
        return { ...empty, freelyNullable: false };
      case 'look':
        return this.#look(node);
      case 'repeat':
        return this.#repeat(node);
      case 'sequence':
        return node.parts
          .map((part) => this.add(part))
          .reduce((a, b) => this.#sequence(a, b), empty);
      case 'choice': {
        const parts = node.parts.map((part) => this.add(part));
        return {
          first: parts.flatMap(({ first }) => first),
          last: parts.flatMap(({ last }) => last),
          freeLast: parts.flatMap(({ freeLast }) => freeLast),
          nullable: parts.some(({ nullable }) => nullable),
          freelyNullable: parts.some(({ freelyNullable }) => freelyNullable),
        };
      }
      case 'character': {
        const own = [this.place(node.source)];
        return { ...nothing, first: own, last: own, freeLast: own };
      }
    }
  }
}

/** The characters of each place, of which those that all places take alike are left out. */
function charactersOf(sources: readonly string[], flags: string): string[][] {
  const modes = flags.replace(/[gymd]/g, '');
  const tests = sources.map((source) => new RegExp(`^(?:${source})$`, modes));
  const own = sources.flatMap((source) => [
    ...source,
    ...[...source.matchAll(/\\u\{?([\da-f]{4,6})/gi)].map(([, code]) =>
      String.fromCodePoint(Number.parseInt(code!, 16)),
    ),
  ]);
  const known = [...samples, ...own];
  const all = /[uv]/.test(flags) ? known : [...known, ...looseSurrogates];
  const kinds = new Map<string, string>();
  for (const character of all) {
    const kind = tests.map((test) => (test.test(character) ? '1' : '0')).join('');
    const earlier = kinds.get(kind);
    if (earlier === undefined || (!/[a-z ]/.test(earlier) && /[a-z ]/.test(character))) {
      kinds.set(kind, character);
    }
  }
  return sources.map((_, place) =>
    [...kinds].filter(([kind]) => kind[place] === '1').map(([, character]) => character),
  );
}

function reachable(follow: Automaton['follow'], from: number): Set<number> {
  const seen = new Set<number>();
  const open = [from];
  while (open.length > 0) {
    for (const next of follow[open.pop()!]!.keys()) {
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return seen;
}

/** The text on which p leads to p, p to q and q to q; undefined where there is none. */
function commonText(
  follow: Automaton['follow'],
  characters: readonly (readonly string[])[],
  p: number,
  q: number,
  {
    reached,
    mayPass,
  }: Readonly<{
    reached: readonly Set<number>[];
    mayPass: Readonly<{
      onTheWay: (place: number) => boolean;
      inTheLoop: (place: number) => boolean;
    }>;
  }>,
): string | undefined {
  const target = `${p},${q},${q}`;
  const seen = new Map<string, string>();
  const open: [number, number, number, string][] = [[p, p, q, '']];
  while (open.length > 0) {
    const [a, b, c, text] = open.shift()!;
    for (const nextA of follow[a]!.keys()) {
      if (!reached[nextA]!.has(p)) continue;
      for (const nextB of follow[b]!.keys()) {
        if (!mayPass.onTheWay(nextB) || (nextB !== q && !reached[nextB]!.has(q))) continue;
        for (const nextC of follow[c]!.keys()) {
          if (!mayPass.inTheLoop(nextC) || !reached[nextC]!.has(q)) continue;
          const key = `${nextA},${nextB},${nextC}`;
          if (seen.has(key)) continue;
          const shared = characters[nextA]!.find(
            (each) => characters[nextB]!.includes(each) && characters[nextC]!.includes(each),
          );
          if (shared === undefined) continue;
          if (key === target) return text + shared;
          seen.set(key, '');
          open.push([nextA, nextB, nextC, text + shared]);
        }
      }
    }
  }
  return undefined;
}

/** A text from the start of the automaton to a place. */
function textTo(
  { first }: Part,
  follow: Automaton['follow'],
  characters: readonly (readonly string[])[],
  place: number,
): string {
  const seen = new Set(first);
  const open = first.map((each): [number, string] => [each, characters[each]![0] ?? '']);
  while (open.length > 0) {
    const [at, text] = open.shift()!;
    if (at === place) return text;
    for (const next of follow[at]!.keys()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push([next, text + (characters[next]![0] ?? '')]);
    }
  }
  return '';
}

type SlowInput = Readonly<{ prefix: string; repeated: string }>;

function slowInputOf(source: string, flags: string, isSearch: boolean): SlowInput | undefined {
  const automaton = new Automaton(flags, !isSearch);
  // What a search reads before the match.
  const anything = isSearch ? automaton.place('[^]') : undefined;
  const pattern = automaton.add(parsePattern(source, flags));
  if (anything !== undefined) {
    automaton.connect([anything], [anything]);
    automaton.connect([anything], pattern.first);
  }
  const { follow } = automaton;
  const characters = charactersOf(automaton.characters, flags);
  const reached = follow.map((_, place) => reachable(follow, place));
  const loops = follow.map((_, place) => place).filter((place) => reached[place]!.has(place));
  const whole: Part = anything === undefined ? pattern : { ...pattern, first: [anything] };
  const found = new Set([...pattern.freeLast, ...automaton.ends]);

  for (const p of loops) {
    for (const q of loops) {
      if (found.has(q) || (q !== p && !reached[p]!.has(q))) continue;
      if (q === p) {
        const isDouble = [...follow[p]!].some(
          ([next, times]) => times > 1 && (next === p || reached[next]!.has(p)),
        );
        if (!isDouble) continue;
        return { prefix: textTo(whole, follow, characters, p), repeated: characters[p]![0] ?? '' };
      }
      // Whoever passes a place where the match is found falls back there, and does not fail. Only a
      // search for all matches begins anew behind it.
      const isFree = (place: number) => found.has(place);
      const beginsAnew = p === anything && flags.includes('g');
      const mayPass = {
        onTheWay: (place: number) => beginsAnew || !isFree(place),
        inTheLoop: (place: number) => !isFree(place),
      };
      const repeated = commonText(follow, characters, p, q, { reached, mayPass });
      if (repeated === undefined) continue;
      const prefix = p === anything ? '' : textTo(whole, follow, characters, p);
      return { prefix, repeated };
    }
  }
  return undefined;
}

/** A text whose repetition makes a pattern slow; undefined where it takes linear time. */
export function slowInput(source: string, flags: string): SlowInput | undefined {
  const atStart = slowInputOf(source, flags, false);
  return atStart ?? (flags.includes('y') ? undefined : slowInputOf(source, flags, true));
}

import type { Passage } from '#lib/files/limits';

/** The part of a need that is needed to find its quote. */
export type QuotingNeed = Readonly<{
  id: string;
  reference: string | null;
  quote: string;
  page: number | null;
  paragraph: string | null;
}>;
/** The characters of a passage that a need quotes: from `start` up to `end`. */
export type QuoteRange = Readonly<{
  needId: string;
  reference: string | null;
  start: number;
  end: number;
}>;

const normalise = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Joins all passages to one text, because a quote may span several. */
function joinPassages(passages: readonly Passage[]) {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of passages) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: passages.map(({ text }) => text).join(' '), starts };
}

function passageAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Returns the position of the quote: of several occurrences the one on its page and in its
 * paragraph, else the first; -1 where there is none.
 */
function findQuote(
  { page, paragraph }: QuotingNeed,
  quote: string,
  text: string,
  passages: readonly Passage[],
  starts: readonly number[],
): number {
  let bestPosition = -1;
  let bestScore = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const passage = passages[passageAt(starts, at)]!;
    const score =
      (page !== null && passage.page === page ? 2 : 0) +
      (paragraph !== null && passage.number === paragraph ? 1 : 0);
    if (score > bestScore) [bestPosition, bestScore] = [at, score];
    if (score === 3) break;
  }
  return bestPosition;
}

/**
 * Returns which characters of each passage the needs quote, ignoring differences of white space; in
 * the order of the text, without overlaps.
 */
export function findQuotes(
  passages: readonly Passage[],
  needs: readonly QuotingNeed[],
): QuoteRange[][] {
  const ranges: QuoteRange[][] = passages.map(() => []);
  const { text, starts } = joinPassages(passages);
  for (const need of needs) {
    const quote = normalise(need.quote);
    const quoteStart = quote === '' ? -1 : findQuote(need, quote, text, passages, starts);
    if (quoteStart < 0) continue;
    const quoteEnd = quoteStart + quote.length;
    const first = passageAt(starts, quoteStart);
    for (let i = first; i < passages.length && starts[i]! < quoteEnd; i += 1) {
      const start = Math.max(0, quoteStart - starts[i]!);
      const end = Math.min(passages[i]!.text.length, quoteEnd - starts[i]!);
      if (end > start) ranges[i]!.push({ needId: need.id, reference: need.reference, start, end });
    }
  }
  return ranges.map(removeOverlaps);
}

/**
 * Removes overlaps, which marks on a page cannot have: the second of two quotes keeps only what
 * lies beyond the first.
 */
function removeOverlaps(ranges: QuoteRange[]): QuoteRange[] {
  const result: QuoteRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(range.start, result.at(-1)?.end ?? 0);
    if (range.end > start) result.push({ ...range, start });
  }
  return result;
}

/**
 * Which entries of two lists are the same, in the order of both (a longest common subsequence), by
 * their places; the entries between stand in `gaps`, of which at least one side has some.
 */
export type Aligned = Readonly<{
  pairs: readonly (readonly [number, number])[];
  gaps: readonly Readonly<{ left: readonly number[]; right: readonly number[] }>[];
}>;

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

function middle(
  left: readonly string[],
  right: readonly string[],
  start: number,
  leftEnd: number,
  rightEnd: number,
): (readonly [number, number])[] {
  const rows = leftEnd - start;
  const columns = rightEnd - start;
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1) {
    const line = lengths[i];
    for (let j = columns - 1; line && j >= 0; j -= 1)
      line[j] =
        left[start + i] === right[start + j]
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    if (left[start + i] === right[start + j]) {
      pairs.push([start + i, start + j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/**
 * What two lists have in common. Beyond `mostCells`, the product of both lengths without what is
 * the same at both ends, nothing between the ends counts as the same: comparing it would take too
 * long.
 */
export function aligned(
  left: readonly string[],
  right: readonly string[],
  mostCells: number,
): Aligned {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let tail = 0;
  while (
    tail < left.length - start &&
    tail < right.length - start &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  )
    tail += 1;
  const leftEnd = left.length - tail;
  const rightEnd = right.length - tail;
  const inner =
    (leftEnd - start) * (rightEnd - start) > mostCells
      ? []
      : middle(left, right, start, leftEnd, rightEnd);
  const pairs = [
    ...range(0, start).map((n) => [n, n] as const),
    ...inner,
    ...range(0, tail).map((n) => [leftEnd + n, rightEnd + n] as const),
  ];
  const gaps: { left: number[]; right: number[] }[] = [];
  let i = 0;
  let j = 0;
  for (const [l, r] of [...pairs, [left.length, right.length] as const]) {
    if (l > i || r > j) gaps.push({ left: range(i, l), right: range(j, r) });
    [i, j] = [l + 1, r + 1];
  }
  return { pairs, gaps };
}

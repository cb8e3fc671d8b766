/** The median of the times of `runs` calls, in milliseconds, after a few calls to warm up. */
export async function median(
  work: () => unknown,
  { runs = 15, warm = 3 }: { runs?: number; warm?: number } = {},
): Promise<number> {
  const times: number[] = [];
  for (let i = -warm; i < runs; i += 1) {
    const began = performance.now();
    await work();
    if (i >= 0) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** `met` is null where nothing is aimed at. */
export type Measured = Readonly<{
  what: string;
  against: string;
  ratio: number;
  aim: string;
  met: boolean | null;
  note: string;
}>;

const said = (ms: number) => `${ms.toFixed(ms < 1 ? 4 : 1)} ms`;

/**
 * One row of the table: how many times the reference's time (or, `faster`, how many times less).
 */
export function row(
  what: string,
  against: string,
  own: number,
  reference: number,
  aim: number | null,
  faster = false,
): Measured {
  const ratio = faster ? reference / own : own / reference;
  const note = `${said(own)} against ${said(reference)}`;
  if (aim === null) return { what, against, ratio, aim: 'none', met: null, note };
  return {
    what,
    against,
    ratio,
    aim: `${faster ? '≥' : '≤'} ${aim}×`,
    met: faster ? ratio >= aim : ratio <= aim,
    note,
  };
}

import { signedIn } from '#tests/support/factories/people';
import { workbookOf } from '#tests/support/files/workbooks';
import { confirmPreview, previewById, previewFile } from '#lib/needs/imports/needs/previews';
import { mintedReview } from '#tests/support/factories/reviews';
import { valueOf } from '#tests/support/factories/outcomes';
import type { Measured } from '#tests/bench/measure';

const rows = 10_000;
const header = [
  'ref',
  'chapter',
  'articles',
  'category',
  'subcategory',
  'topics',
  'types',
  'tags',
  'priority',
  'text',
  'language',
];
const line = (i: number) => [
  `N${i}`,
  'II',
  '5; 6',
  'Capacity-building',
  'cb-training',
  'statistics; databases',
  'staff-training',
  '',
  String((i % 9) + 1),
  `${i}. ${'Training of those who investigate and prosecute. '.repeat(6)}`,
  'English',
];

/** How long something took, and the longest time for which nobody else was answered meanwhile. */
async function timed<T>(
  work: () => Promise<T>,
): Promise<Readonly<{ value: T; took: number; pause: number }>> {
  let [last, pause] = [performance.now(), 0];
  const look = () => {
    const now = performance.now();
    pause = Math.max(pause, now - last);
    last = now;
  };
  const watch = setInterval(look, 5);
  const began = performance.now();
  const value = await work();
  look();
  clearInterval(watch);
  return { value, took: performance.now() - began, pause };
}

const within = (
  what: string,
  against: string,
  own: number,
  most: number,
  note: string,
): Measured => ({
  what,
  against,
  ratio: own / most,
  aim: '≤ 1×',
  met: own <= most,
  note: `${own.toFixed(0)} ms${note}`,
});

/**
 * The preview of the largest file that the page takes, as CSV and as a workbook, and its import;
 * nothing else may stand still meanwhile.
 */
export async function benchPreview(say: (line: string) => void): Promise<Measured[]> {
  const review = await mintedReview();
  const focal = await signedIn({ role: 'focal-point', stateId: review.stateId });
  const table = [header, ...Array.from({ length: rows }, (_, i) => line(i))];
  const files = {
    CSV: Buffer.from(
      table.map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\n`).join(''),
    ),
    XLSX: await workbookOf(table),
  };
  const measured: Measured[] = [];
  for (const [kind, content] of Object.entries(files)) {
    const { value, took, pause } = await timed(async () => {
      const { id } = valueOf(
        await previewFile(focal, { reviewId: review.id, name: kind, content }),
      );
      return valueOf(await previewById(focal, { id, reviewId: review.id }));
    });
    if (value.counts.new + value.counts.same !== rows)
      throw new Error(JSON.stringify(value.counts));
    measured.push(
      within(
        `preview of ${rows} rows, ${kind}`,
        '10 s',
        took,
        10_000,
        `, ${(content.length / 1e6).toFixed(1)} MB`,
      ),
      within('… and the longest pause for all others', '0.5 s', pause, 500, ''),
    );
    if (kind === 'CSV') {
      const written = await timed(async () =>
        valueOf(
          await confirmPreview(focal, {
            id: value.id,
            reviewId: review.id,
            fingerprint: value.fingerprint,
          }),
        ),
      );
      measured.push(
        within(
          `import of ${rows} rows`,
          '10 s',
          written.took,
          10_000,
          `, longest pause ${written.pause.toFixed(0)} ms`,
        ),
      );
    }
    for (const { what, note } of measured.slice(-3)) say(`${what}: ${note}`);
  }
  return measured;
}

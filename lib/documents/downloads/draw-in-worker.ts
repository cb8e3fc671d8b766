import 'server-only';
import { megabyte, runInWorker } from '#lib/base/worker-thread';
import type { Locale } from '#lib/convention/names';

const file = ['lib', 'documents', 'downloads', 'png-worker.ts'];
const limits = { seconds: 20, heap: 128 * megabyte, outside: 256 * megabyte };

/**
 * Renders an SVG as PNG in a worker thread, because it takes some hundred milliseconds: null where no
 * font has its characters, `busy` where too much is being drawn for this client (`of`).
 */
export const drawInWorker = (
  of: string,
  svg: string,
  locale: Locale,
): Promise<Uint8Array | null | 'busy'> =>
  runInWorker<Uint8Array | null | 'busy'>(
    { of, file, limits, data: { svg, locale } },
    () => 'busy',
  );

import { Session } from 'node:inspector/promises';
import { pathToFileURL } from 'node:url';

/**
 * The files of the project that run during `work`, by the coverage that V8 keeps: how far a value
 * travels. What runs when a module loads is not counted.
 */
export async function filesPassed(work: () => Promise<unknown>): Promise<readonly string[]> {
  const root = `${pathToFileURL(process.cwd()).href}/`;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  // Reading the coverage once sets its counts back to zero.
  await session.post('Profiler.takePreciseCoverage');
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  const ran = result.filter(
    ({ url, functions }) =>
      url.startsWith(root) &&
      !url.includes('/node_modules/') &&
      functions.some(({ functionName, ranges }) => functionName !== '' && ranges[0]!.count > 0),
  );
  return ran.map(({ url }) => url.slice(root.length)).toSorted();
}

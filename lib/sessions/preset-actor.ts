import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '#lib/base/actor';
import { globalSingleton } from '#lib/base/global-singleton';

const readers = globalSingleton('readers', () => new AsyncLocalStorage<Actor>());

/** Renders a page for this reader, whatever the cookies of the request say. */
export const withPresetActor = <T>(reader: Actor, render: () => T): T =>
  readers.run(reader, render);

/** The reader that `readAs` has set for this rendering, if any. */
export const presetActor = (): Actor | undefined => readers.getStore();

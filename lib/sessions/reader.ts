import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '#lib/base/actor';
import { processWide } from '#lib/base/process-wide';

const readers = processWide('readers', () => new AsyncLocalStorage<Actor>());

/** Renders a page for a reader who is known already, whatever the request's cookies say. */
export const readAs = <T>(reader: Actor, render: () => T): T => readers.run(reader, render);

/** The reader for whom the page is rendered, where the server has said so. */
export const givenReader = (): Actor | undefined => readers.getStore();

import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { globalSingleton } from '#lib/base/global-singleton';

const current = globalSingleton('request-id', () => new AsyncLocalStorage<string>());

/** Answers a request under its id, which then stands in every line of the log. */
export const withRequestId = <T>(id: string, answer: () => T): T => current.run(id, answer);

/** The id of the request that is being answered, if any. */
export const currentRequestId = (): string | undefined => current.getStore();

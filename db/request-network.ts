import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { globalSingleton } from '#lib/base/global-singleton';

const current = globalSingleton('request-network', () => new AsyncLocalStorage<string>());

/** Answers a request that comes from this network, which then stands in what both logs record of it. */
export const withRequestNetwork = <T>(network: string, answer: () => T): T =>
  current.run(network, answer);

/** The data of a row of a log, with the network of the request that is being answered, if any. */
export function withNetwork(data: Record<string, unknown>): Record<string, unknown> {
  const network = current.getStore();
  return network ? { ...data, network } : data;
}

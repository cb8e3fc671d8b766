import { environment } from '#lib/base/env';

export type Engine = 'sqlite' | 'postgresql';
export const engine: Engine = environment().databaseUrl.startsWith('file:')
  ? 'sqlite'
  : 'postgresql';

import { environment } from '#lib/env';

export type Engine = 'sqlite' | 'postgresql';
export const engine: Engine = environment().databaseUrl.startsWith('file:')
  ? 'sqlite'
  : 'postgresql';

/**
 * The areas of lib in their order: each imports only from itself and from those before it. The lint
 * rules of .oxlintrc.areas.json enforce it; a test holds both lists equal.
 */
export const areas = [
  'convention',
  'base',
  'text',
  'sessions',
  'http',
  'files',
  'documents',
  'people',
  'needs',
  'counting',
  'review',
  'assistance',
  'notes',
  'api',
  'operation',
  'server',
] as const;

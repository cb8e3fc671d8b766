/**
 * The areas of lib in their order: each imports only from those before it. The lint rules of
 * .oxlintrc.areas.json hold it; a test holds that both say the same.
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
] as const;

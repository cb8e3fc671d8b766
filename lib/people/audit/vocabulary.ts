/** What is recorded although it changes no data. */
export const eventKinds = [
  'sign-in',
  'sign-in-refused',
  'sign-in-limited',
  'sign-out',
  'refused',
  'view',
  'export',
  'download',
  'documents-asked',
  'documents-cancelled',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What the audit page lists: a change of the register, and each kind of event. */
export const auditKinds = ['change', ...eventKinds] as const;
export type AuditKind = (typeof auditKinds)[number];

export const auditPageSize = 50;
/** Later pages are reached by the dates. */
export const maxAuditPage = 200;

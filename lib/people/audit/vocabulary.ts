/** What the audit page lists: a change of the register, and each kind of event. */
export const auditKinds = [
  'change',
  'sign-in',
  'sign-in-refused',
  'sign-in-limited',
  'sign-out',
  'token-created',
  'token-ended',
  'refused',
  'view',
  'export',
  'download',
  'documents-asked',
  'documents-cancelled',
] as const;
export type AuditKind = (typeof auditKinds)[number];

export const auditPageSize = 50;
/** Later pages are reached by the dates. */
export const maxAuditPage = 200;

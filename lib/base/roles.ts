/**
 * Roles that a person may hold. `system` marks actors that are programs (the demonstration, an
 * import) and never sign in.
 */
export const roles = [
  'focal-point',
  'contributor',
  'reviewer',
  'manager',
  'administrator',
  'provider',
  'adviser',
] as const;
export type Role = (typeof roles)[number];
export const accountRoles = [
  'focal-point',
  'reviewer',
  'manager',
  'administrator',
  'contributor',
  'provider',
  'adviser',
  'system',
] as const;
/** Whom the administrator invites; contributors are invited by a focal point of their State. */
export const invitedRoles = [
  'focal-point',
  'reviewer',
  'manager',
  'administrator',
  'provider',
  'adviser',
] as const satisfies readonly Role[];
export type InvitedRole = (typeof invitedRoles)[number];
export type AccountRole = (typeof accountRoles)[number];

export const invitationPurposes = ['invitation', 'reset'] as const;
export type InvitationPurpose = (typeof invitationPurposes)[number];

export const passwordLength = { min: 12, max: 200 } as const;
export const nameLength = { max: 200 } as const;
export const emailLength = { max: 254 } as const;

/** How somebody gets the mail of the register: a digest a day, each message at once, or none. */
export const mailPreferences = ['daily', 'each', 'none'] as const;
export type MailPreference = (typeof mailPreferences)[number];

/** The roles of people. */
const roles = [
  'focal-point',
  'contributor',
  'reviewer',
  'manager',
  'administrator',
  'provider',
  'adviser',
] as const;
export type Role = (typeof roles)[number];
/** The roles of accounts. `system` is a program (the demonstration, an import) and never signs in. */
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
/** The roles that the administrator invites; a focal point invites the contributors of its State. */
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

/** The setting that says who must have a second factor, and the roles that it is about. */
export const secondFactorSetting = 'second-factor';
export const staffRoles: readonly AccountRole[] = ['reviewer', 'manager', 'administrator'];

/** What an account proves itself with beside its password. */
export const credentialKinds = ['totp', 'recovery'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

export const passwordLength = { min: 12, max: 200 } as const;
export const nameLength = { max: 200 } as const;
export const emailLength = { max: 254 } as const;

/** How a person gets mail: one digest a day, each message at once, or none. */
export const mailPreferences = ['daily', 'each', 'none'] as const;
export type MailPreference = (typeof mailPreferences)[number];

export type CheckState = 'ok' | 'warning' | 'fault';

/** What the doctor checks, and what each check can find beside `unknown`. */
export const checkCodes = {
  environment: ['ok', 'local'],
  schema: ['ok', 'behind', 'newer'],
  chain: ['ok', 'never', 'old', 'fault', 'damaged'],
  files: ['ok', 'open', 'server'],
  backups: ['ok', 'off', 'missing', 'overdue', 'failed'],
  mail: ['ok', 'unset', 'unreachable', 'givenUp'],
  jobs: ['ok', 'failed'],
  browser: ['ok', 'missing'],
  fonts: ['ok', 'missing'],
  disk: ['ok', 'low'],
  clock: ['ok', 'behind'],
} as const;
export type CheckName = keyof typeof checkCodes;
type CheckCode = (typeof checkCodes)[CheckName][number];

export type CheckResult = Readonly<{
  name: CheckName;
  code: CheckCode | 'unknown';
  state: CheckState;
  /** The values in the text; `at` is an instant. */
  values: Readonly<Record<string, string | number>>;
}>;

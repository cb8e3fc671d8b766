import { execFileSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';

const zones = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/New_York',
  'Europe/Vienna',
  'Africa/Nairobi',
  'Asia/Riyadh',
  'Australia/Lord_Howe',
  'Asia/Shanghai',
];

beforeAll(async () => {
  await demonstrationRegister();
});

it('twelve time zones of the server give the same answer to the byte', () => {
  const printed = execFileSync(
    process.execPath,
    ['--import', './bin/register-node.mjs', 'tests/support/counting/print-summary.ts', ...zones],
    { encoding: 'utf8' },
  );
  const lines = printed
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  expect(lines).toHaveLength(12);
  expect(new Set(lines.map(([offset]) => offset)).size).toBeGreaterThan(9);
  expect(Number(lines[0]![1])).toBeGreaterThan(10_000);
  expect(new Set(lines.map(([, , hash]) => hash)).size).toBe(1);
});

import { beforeAll, expect, it } from 'vitest';
import { changesSince } from '#lib/needs/store/conflicts';
import { draft } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';

beforeAll(() => freshRegister());

it('what changed since a version that is none is nothing, whatever a form says', async () => {
  const { review, focal } = await panel();
  const { id } = await draft(focal, review);
  expect((await changesSince(focal, id, 1))?.base.text).toBe('Training of procurement officers.');
  for (const version of [Number('abc'), Number.POSITIVE_INFINITY, 0, -1, 1.5, 2, 2 ** 31, 2 ** 53])
    expect(await changesSince(focal, id, version), String(version)).toBeUndefined();
});

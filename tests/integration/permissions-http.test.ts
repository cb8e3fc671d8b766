import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { campaign } from '#tests/support/run/campaign';
import { startMatrix, type Matrix } from '#tests/support/permissions/servers';
import { permissionMatrix } from '#tests/support/permissions/matrix-over-http';
import { permissionMethods } from '#tests/support/permissions/methods-over-http';
import { notTheirs, permissionNumbers } from '#tests/support/permissions/numbers-over-http';

describe.runIf(engine === 'sqlite' || campaign)('over HTTP', () => {
  let matrix: Matrix;
  const foreign: string[] = [];
  beforeAll(async () => {
    matrix = await startMatrix((name, answer) => {
      foreign.push(...notTheirs(matrix, name, answer).map((what) => `${name}: ${what}`));
    });
  }, 600_000);
  afterAll(() => matrix?.stop());

  // First, because the others add needs to the lists.
  describe('each sees the numbers of their own scope', () => permissionNumbers(() => matrix));
  describe('each method does what it is for', () => permissionMethods(() => matrix));
  describe('who may do what, by the table written by hand', () => permissionMatrix(() => matrix));

  it('no text and no State was in any answer to whoever may not see it', () => {
    expect(foreign).toEqual([]);
  });
});

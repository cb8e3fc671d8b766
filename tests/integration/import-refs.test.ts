import { beforeAll, describe, expect, it } from 'vitest';
import { confirming, courseOf, previewed } from '#tests/support/imports/previews';
import { submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

const header = 'ref,chapter,articles,category,subcategory,topics,types,tags,priority,text,language';
const line = (ref: string, rest = 'II,5,policymaking,pm-development,,,,,A policy.,en') =>
  `${ref},${rest}`;
const file = (...lines: readonly string[]) => [header, ...lines, ''].join('\n');

describe('the ref of a row', () => {
  it('finds a need by its number of one’s own, its reference and its id, and each once', async () => {
    const { review, focal } = await panel();
    const { id } = await submitted(focal, review);
    await rows('update need set source_ref = ? where id = ?', ['OLD-7', id]);
    const { reference } = await row('select reference from need where id = ?', [id]);
    const same =
      'II,5,capacity-building,cb-training,,staff-training,,1,Training of procurement officers.,en';
    for (const ref of [id, 'OLD-7', String(reference)])
      expect(courseOf(await previewed(focal, review, file(line(ref, same))))).toEqual(['2 same']);
    expect(
      courseOf(await previewed(focal, review, file(line(id, same), line('OLD-7', same)))),
    ).toEqual(['2 same', '3 wrong ref: sameNeed']);
    expect(courseOf(await previewed(focal, review, file(line('ABC-2-099'))))).toEqual([
      '2 wrong ref: unknownReference',
    ]);
  });

  it('may use a number that another State uses as well', async () => {
    const [one, two] = [await panel(), await panel()];
    for (const { review, focal } of [one, two])
      expect(
        valueOf(await confirming(focal, await previewed(focal, review, file(line('1'))))),
      ).toMatchObject({ new: 1 });
  });
});

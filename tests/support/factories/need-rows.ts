import type { Row } from '#tests/support/databases/sql';
import { row, rows } from '#tests/support/databases/sql';

/** The working row of a need, without its content. */
export const needRow = (id: string): Promise<Row> =>
  row(
    'select status, version, counted_version, reference, entered_by, changed_by, recoded_by from need where id = ?',
    [id],
  );

/** Where a need stands, with what was asked for and when its counting version was approved. */
export const standingRow = (id: string): Promise<Row> =>
  row('select status, version, counted_version, request, counted_at from need where id = ?', [id]);

/** The versions of a need, the first one first. */
export const versionRows = (id: string): Promise<Row[]> =>
  rows(
    `select version, verb, status, reason, actor_id, subcategory, provision, from_seq, to_seq, counted_from_seq, counted_to_seq
  from need_version where need_id = ? order by version`,
    [id],
  );

export const articleRows = async (id: string): Promise<number[]> =>
  (
    await rows<{ article: number }>(
      'select article from need_article where need_id = ? order by article',
      [id],
    )
  ).map(({ article }) => article);

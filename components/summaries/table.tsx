import type { ReactNode } from 'react';
import { Swatch } from '#components/summaries/swatch';
import type { Locale } from '#lib/convention/names';
import { regionCodes, regionShortName } from '#lib/convention/regions';

type Props = Readonly<{
  id?: string;
  caption?: string;
  labelledBy?: string;
  /** Whether each row becomes a paragraph on a narrow screen. */
  stacked?: boolean;
  heads: readonly ReactNode[];
  groups?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  note?: string;
}>;

/**
 * A table that scrolls by itself where it is wider than the page. `groups` is a row above the heads.
 */
export function Table({
  id,
  caption,
  labelledBy,
  stacked,
  heads,
  groups,
  children,
  foot,
  note,
}: Props) {
  return (
    <div className="scroll">
      <table id={id} className={stacked ? 'stacked' : undefined} aria-labelledby={labelledBy}>
        {caption ? <caption>{caption}</caption> : null}
        <thead>
          {groups}
          <tr>
            {heads.map((head, at) => (
              <th key={at} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
      {note ? <p className="note">{note}</p> : null}
    </div>
  );
}

/** The heads of five columns, one for each regional group. */
export const regionColumnHeads = (locale: Locale): ReactNode[] =>
  regionCodes.map((region) => (
    <>
      <Swatch region={region} />
      {regionShortName(region, locale)}
    </>
  ));

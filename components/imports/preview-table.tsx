import type { ReactNode } from 'react';
import { StatusTag } from '#components/ui/page';

export type PreviewRow = Readonly<{
  line: number;
  ref: string;
  outcome: string;
  label: string;
  href?: string;
  why: readonly string[];
}>;
type Props = Readonly<{
  caption: string;
  heads: Readonly<Record<'row' | 'ref' | 'outcome' | 'why', string>>;
  rows: readonly PreviewRow[];
}>;

const marks: Readonly<Record<string, string>> = { new: '+', changed: '✎', same: '=', wrong: '×' };

/** Row by row what a file would do, and why. */
export function PreviewTable({ caption, heads, rows }: Props) {
  const named = ({ ref, href }: PreviewRow): ReactNode =>
    href ? (
      <a href={href}>
        <bdi>{ref}</bdi>
      </a>
    ) : (
      <bdi>{ref}</bdi>
    );
  return (
    <div className="scroll">
      <table className="preview">
        <caption className="away">{caption}</caption>
        <thead>
          <tr>
            {(['row', 'ref', 'outcome', 'why'] as const).map((head) => (
              <th key={head} scope="col" className="words">
                {heads[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td className="words">{named(row)}</td>
              <td className="words">
                <StatusTag code={row.outcome} mark={marks[row.outcome] ?? ''} label={row.label} />
              </td>
              <td className="words text" dir="auto">
                {row.why.length > 1 ? (
                  <ul>
                    {row.why.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                ) : (
                  (row.why[0] ?? null)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

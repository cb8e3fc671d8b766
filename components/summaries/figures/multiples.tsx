import type { ReactNode } from 'react';
import { bar, type Part } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import type { Shown } from '#components/summaries/shown';
import { formatNumber } from '#lib/text/format';

export type Panel = Readonly<{
  key: string;
  /** The name of its files: those of the figure that its own page shows. */ file: string;
  caption: string;
  fill: Part['fill'] | ((row: string) => Part['fill']);
  rows: readonly Readonly<{ key: string; label: string; n: number; href?: string }>[];
}>;
type Props = Pick<Shown, 'locale' | 't' | 'scale' | 'query' | 'count'> &
  Readonly<{
    id: string;
    panels: readonly Panel[];
    rules: readonly string[];
    /** The same numbers as a table. */ children: ReactNode;
  }>;

/** Charts of one kind and one scale, side by side, with one table. */
export function Multiples({ id, panels, rules, children, ...shown }: Props) {
  const { locale, t } = shown;
  const most = Math.max(0, ...panels.flatMap(({ rows }) => rows.map(({ n }) => n)));
  return (
    <figure className="several" id={id}>
      <p className="note">{[...rules, t('seen.oneScale')].join(locale === 'zh' ? '' : ' ')}</p>
      <div className="multiples">
        {panels.map(({ key, file, caption, fill, rows }) => (
          <Figure
            key={key}
            {...shown}
            id={`${id}-${key}`}
            file={file}
            caption={caption}
            rules={[]}
            most={most}
            rows={rows.map((row) => ({
              key: row.key,
              label: row.label,
              bars: [
                bar(
                  typeof fill === 'function' ? fill(row.key) : fill,
                  row.n,
                  formatNumber(locale, row.n),
                  { href: row.href },
                ),
              ],
            }))}
          />
        ))}
      </div>
      {children}
    </figure>
  );
}

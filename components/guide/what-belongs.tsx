import type { Option } from '#components/ui/field';

export type FormGuide = Readonly<{
  /** The address of the whole guide. */
  address: string;
  title: string;
  whole: string;
  lines: Readonly<{ categories: Lines; subcategories: Lines; types: Lines; tags: Lines }>;
}>;
type Lines = Readonly<Record<string, string>>;

type Props = Readonly<{
  guide: FormGuide;
  lines: Lines | undefined;
  options: readonly Option[];
  anchor: string;
}>;

/** The guide's line on each choice of a group. The whole guide opens in a new tab, so the form is not lost. */
export function WhatBelongs({ guide, lines, options, anchor }: Props) {
  const known = options.flatMap(({ value, label }) =>
    lines?.[value] ? [{ value, label, line: lines[value] }] : [],
  );
  if (known.length === 0) return null;
  return (
    <details className="what-belongs">
      <summary>{guide.title}</summary>
      <dl>
        {known.map(({ value, label, line }) => (
          <div key={value}>
            <dt>{label}</dt>
            <dd>{line}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={`${guide.address}#${anchor}`} target="_blank" rel="noopener">
          {guide.whole}
        </a>
      </p>
    </details>
  );
}

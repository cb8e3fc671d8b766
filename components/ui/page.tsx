import type { ReactNode } from 'react';

export type Crumb = Readonly<{ href: string; label: string }>;

type PageProps = Readonly<{
  /** What the page is, as its heading; the title of the document follows from it. */
  title: string;
  site: string;
  crumbs?: readonly Crumb[];
  crumbsLabel?: string;
  /** Stands before the title when something is wrong ("Error:"). */
  alert?: string;
  children: ReactNode;
}>;

export function Page({ title, site, crumbs = [], crumbsLabel, alert, children }: PageProps) {
  return (
    <>
      <title>{`${alert ? `${alert} ` : ''}${title} – ${site}`}</title>
      {crumbs.length > 0 ? (
        <nav aria-label={crumbsLabel}>
          <ol className="crumbs">
            {crumbs.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      {children}
    </>
  );
}

/** Something to know before reading on. */
export function Notice({
  title,
  kind,
  children,
  alert,
}: {
  title?: string;
  kind?: 'ok' | 'warn';
  children?: ReactNode;
  alert?: boolean;
}) {
  return (
    <div className={kind ? `notice ${kind}` : 'notice'} role={alert ? 'alert' : 'status'}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </div>
  );
}

export type Fact = Readonly<{ term: string; value: ReactNode; change?: ReactNode }>;

/** Terms and what they are, one a line, with room for a link to change each. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const three = facts.some(({ change }) => change);
  return (
    <dl className={three ? 'facts three' : 'facts'}>
      {facts.map(({ term, value, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {three ? <dd className="change">{change}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** A state in a word and a mark, so that it never hangs on colour alone. */
export const StatusTag = ({ code, mark, label }: { code: string; mark: string; label: string }) => (
  <span className={`tag ${code}`} data-mark={mark}>
    {label}
  </span>
);

type PagesProps = Readonly<{
  label: string;
  where: ReactNode;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
}>;
export function Pages({ label, where, previous, next }: PagesProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="tools">
      {previous ? (
        <a href={previous.href} rel="prev">
          {previous.label}
        </a>
      ) : null}
      {where ? <span>{where}</span> : null}
      {next ? (
        <a href={next.href} rel="next">
          {next.label}
        </a>
      ) : null}
    </nav>
  );
}

import type { ReactNode } from 'react';

export type Crumb = Readonly<{ href: string; label: string }>;

type PageProps = Readonly<{
  /** The heading of the page, from which the title of the document is made. */
  title: string;
  site: string;
  crumbs?: readonly Crumb[];
  crumbsLabel?: string;
  /** Precedes the title of a page that has errors ("Error:"). */
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

/** A message above the content of a page. */
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

/** Confirms that an action succeeded. */
export const Confirmation = ({ children }: { children: ReactNode }) => (
  <Notice kind="ok">
    <p>{children}</p>
  </Notice>
);

export type Fact = Readonly<{ term: string; value: ReactNode; change?: ReactNode }>;

/** A list of terms and values, each with an optional link to change the value. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const isChangeable = facts.some(({ change }) => change);
  return (
    <dl className={isChangeable ? 'facts three' : 'facts'}>
      {facts.map(({ term, value, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          {isChangeable ? <dd className="change">{change}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** A status as a word and a mark, so that colour is never the only sign of it. */
export const StatusTag = ({ code, mark, label }: { code: string; mark: string; label: string }) => (
  <span className={`tag ${code}`} data-mark={mark}>
    {label}
  </span>
);

type PagesProps = Readonly<{
  label: string;
  /** The position in the list, such as "Page 2 of 5". */
  where: ReactNode;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
}>;

/** The pagination of a list. */
export function Pagination({ label, where, previous, next }: PagesProps) {
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

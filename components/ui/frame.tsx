import { Fragment } from 'react';

export type NavLink = Readonly<{ href: string; label: string; current: boolean }>;

type LanguagesProps = Readonly<{
  languages: readonly Readonly<{ language: string; name: string; href: string }>[];
  current: string;
  label: string;
  /** The address that stores the chosen language; null for a reader without an account. */
  rememberAction: string | null;
}>;

/** The name of a language, leading to the page in it; a reader's account remembers the choice. */
function Language({
  language,
  name,
  href,
  isCurrent,
  rememberAction,
}: LanguagesProps['languages'][number] &
  Pick<LanguagesProps, 'rememberAction'> & { isCurrent: boolean }) {
  if (isCurrent)
    return (
      <span aria-current="true" lang={language}>
        {name}
      </span>
    );
  if (!rememberAction)
    return (
      <a href={href} lang={language} hrefLang={language}>
        {name}
      </a>
    );
  return (
    <form method="post" action={rememberAction}>
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="next" value={href} />
      <button className="as-link" lang={language}>
        {name}
      </button>
    </form>
  );
}

/** The page in the other languages. Whoever has chosen one in their account finds the list folded. */
function Languages({ languages, current, label, rememberAction }: LanguagesProps) {
  const list = (
    <ul className="languages">
      {languages.map((each) => (
        <li key={each.language}>
          <Language
            {...each}
            isCurrent={each.language === current}
            rememberAction={rememberAction}
          />
        </li>
      ))}
    </ul>
  );
  if (!rememberAction) return <nav aria-label={label}>{list}</nav>;
  return (
    <nav aria-label={label}>
      <details className="language-menu">
        <summary>{`${label} · ${languages.find(({ language }) => language === current)?.name}`}</summary>
        {list}
      </details>
    </nav>
  );
}

type MastheadProps = Readonly<{
  home: string;
  name: string;
  navigationLabel: string;
  links: readonly NavLink[];
  /** The signed-in reader; null for the public. */
  account: Readonly<{ name: string; role: string; href: string }> | null;
  signIn: Readonly<{ href: string; label: string }>;
  signOut: Readonly<{ action: string; label: string }>;
  languages: LanguagesProps;
}>;

export function Masthead({
  home,
  name,
  navigationLabel,
  links,
  account,
  signIn,
  signOut,
  languages,
}: MastheadProps) {
  return (
    <div className="masthead">
      <a className="brand" href={home}>
        {name}
      </a>
      <Languages {...languages} />
      <div className="who">
        {account ? (
          <>
            <a href={account.href}>{account.name}</a> <span>{account.role}</span>
            <form method="post" action={signOut.action}>
              <button className="as-link">{signOut.label}</button>
            </form>
          </>
        ) : (
          <a href={signIn.href}>{signIn.label}</a>
        )}
      </div>
      <nav className="sections" aria-label={navigationLabel}>
        <ul>
          {links.map(({ href, label, current }) => (
            <li key={href}>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

type FootProps = Readonly<{
  note: string;
  /** The pages that are about the register itself. */
  links: readonly Readonly<{ href: string; label: string }>[];
}>;

export const SiteFooter = ({ note, links }: FootProps) => (
  <footer className="foot">
    <p>
      {links.map(({ href, label }) => (
        <Fragment key={href}>
          <a href={href}>{label}</a> ·{' '}
        </Fragment>
      ))}
      {note}
    </p>
  </footer>
);

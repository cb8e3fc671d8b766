export type NavLink = Readonly<{ href: string; label: string; current: boolean }>;

type MastheadProps = Readonly<{
  home: string;
  name: string;
  navigationLabel: string;
  links: readonly NavLink[];
  /** The signed-in reader; null for the public. */
  account: Readonly<{ name: string; role: string; href: string }> | null;
  signIn: Readonly<{ href: string; label: string }>;
  signOut: Readonly<{ action: string; label: string }>;
}>;

export function Masthead({
  home,
  name,
  navigationLabel,
  links,
  account,
  signIn,
  signOut,
}: MastheadProps) {
  return (
    <div className="masthead">
      <a className="brand" href={home}>
        {name}
      </a>
      <nav aria-label={navigationLabel}>
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
    </div>
  );
}

type FootProps = Readonly<{
  languages: readonly Readonly<{ language: string; name: string; href: string }>[];
  current: string;
  label: string;
  /** The address that stores the chosen language; null for a reader without an account. */
  rememberAction: string | null;
  note: string;
  guide: Readonly<{ href: string; label: string }>;
}>;

/** The name of a language, leading to the page in it; a reader's account remembers the choice. */
function Language({
  language,
  name,
  href,
  isCurrent,
  rememberAction,
}: FootProps['languages'][number] & Pick<FootProps, 'rememberAction'> & { isCurrent: boolean }) {
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

export function SiteFooter({ languages, current, label, rememberAction, note, guide }: FootProps) {
  return (
    <footer className="foot">
      <nav aria-label={label}>
        <ul className="languages">
          {languages.map(({ language, name, href }) => (
            <li key={language}>
              <Language
                language={language}
                name={name}
                href={href}
                isCurrent={language === current}
                rememberAction={rememberAction}
              />
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <a href={guide.href}>{guide.label}</a> · {note}
      </p>
    </footer>
  );
}

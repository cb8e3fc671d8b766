export type NavLink = Readonly<{ href: string; label: string; current: boolean }>;

type MastheadProps = Readonly<{
  home: string;
  name: string;
  navigationLabel: string;
  links: readonly NavLink[];
  who: Readonly<{ name: string; role: string; href: string }> | null;
  signIn: Readonly<{ href: string; label: string }>;
  signOut: Readonly<{ action: string; label: string }>;
}>;

export function Masthead({
  home,
  name,
  navigationLabel,
  links,
  who,
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
        {who ? (
          <>
            <a href={who.href}>{who.name}</a> <span>{who.role}</span>
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
  /** Where the choice is sent to be remembered; null for a reader without an account. */
  remember: string | null;
  note: string;
  guide: Readonly<{ href: string; label: string }>;
}>;

/** The page in a language: the present one, or the way to another, which is remembered. */
function Language({
  language,
  name,
  href,
  isCurrent,
  remember,
}: FootProps['languages'][number] & Pick<FootProps, 'remember'> & { isCurrent: boolean }) {
  if (isCurrent)
    return (
      <span aria-current="true" lang={language}>
        {name}
      </span>
    );
  if (!remember)
    return (
      <a href={href} lang={language} hrefLang={language}>
        {name}
      </a>
    );
  return (
    <form method="post" action={remember}>
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="next" value={href} />
      <button className="as-link" lang={language}>
        {name}
      </button>
    </form>
  );
}

export function Foot({ languages, current, label, remember, note, guide }: FootProps) {
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
                remember={remember}
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

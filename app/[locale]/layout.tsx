import { connection } from 'next/server';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isDemonstration } from '#lib/base/register';
import { SiteFooter, Masthead } from '#components/ui/frame';
import { navigation } from '#components/navigation';
import type { Actor } from '#lib/base/actor';
import { currentActor } from '#lib/sessions/auth';
import { idleMinutes } from '#lib/sessions/sessions';
import { isLocale, locales, type Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { directionOf, languageNames } from '#lib/text/languages';
import { stylesheetHref } from '#lib/http/stylesheet';

type Common = Readonly<{ locale: Locale; t: Translate; actor: Actor; path: string }>;

const Head = ({ t }: Pick<Common, 't'>) => (
  <head>
    <meta name="description" content={t('site.about')} />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href={stylesheetHref()} />
  </head>
);

/** The name, the languages, the account of whoever is signed in, and the navigation. */
function Header({ locale, t, actor, path }: Common) {
  const account =
    actor.role === 'public'
      ? null
      : { name: actor.name, role: t(`roles.${actor.role}`), href: `/${locale}/accounts/me` };
  const languages = locales.map((language) => ({
    language,
    name: languageNames[language],
    href: path.replace(/^\/[a-z]{2}(?=[/?]|$)/, `/${language}`),
  }));
  return (
    <Masthead
      home={`/${locale}`}
      name={t('site.name')}
      navigationLabel={t('site.navigation')}
      links={navigation(locale, t, actor.role, path)}
      account={account}
      signIn={{ href: `/${locale}/accounts/sign-in`, label: t('nav.signIn') }}
      signOut={{ action: `/${locale}/accounts/end-session`, label: t('nav.signOut') }}
      languages={{
        languages,
        current: locale,
        label: t('site.language'),
        rememberAction: actor.role === 'public' ? null : `/${locale}/accounts/remember-language`,
      }}
    />
  );
}

const Footer = ({ locale, t }: Pick<Common, 'locale' | 't'>) => (
  <SiteFooter
    note={t('site.footer')}
    links={[
      { href: `/${locale}/guide`, label: t('coding.guide.title') },
      { href: `/${locale}/api`, label: t('api.title') },
    ]}
  />
);

export default async function Layout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  await connection();
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const [actor, demonstration, requestHeaders] = await Promise.all([
    currentActor(),
    isDemonstration(),
    headers(),
  ]);
  const path = requestHeaders.get('x-register-path') ?? `/${locale}`;
  const common = { locale, t, actor, path };
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <Head t={t} />
      {/* The server adds the scripts of forms where this is said (lib/server/form-scripts.ts). */}
      <body data-idle-minutes={actor.role === 'public' ? undefined : idleMinutes}>
        <a className="skip" href="#content">
          {t('site.skip')}
        </a>
        <header>
          {demonstration ? <p className="demonstration">{t('site.demonstration')}</p> : null}
          <Header {...common} />
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer locale={locale} t={t} />
      </body>
    </html>
  );
}

import { connection } from 'next/server';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isDemonstration } from '#lib/base/register';
import { Foot, Masthead } from '#components/ui/frame';
import { navigation } from '#components/navigation';
import { currentActor } from '#lib/sessions/auth';
import { isLocale, locales } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { directionOf, languageNames } from '#lib/text/languages';
import { stylesheet } from '#lib/http/stylesheet';

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
  const [actor, demonstration, asked] = await Promise.all([
    currentActor(),
    isDemonstration(),
    headers(),
  ]);
  const path = asked.get('x-register-path') ?? `/${locale}`;
  const languages = locales.map((language) => ({
    language,
    name: languageNames[language],
    href: path.replace(/^\/[a-z]{2}(?=[/?]|$)/, `/${language}`),
  }));
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta name="description" content={t('site.about')} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet()} />
      </head>
      <body>
        <a className="skip" href="#content">
          {t('site.skip')}
        </a>
        <header>
          {demonstration ? <p className="demonstration">{t('site.demonstration')}</p> : null}
          <Masthead
            home={`/${locale}`}
            name={t('site.name')}
            navigationLabel={t('site.navigation')}
            links={navigation(locale, t, actor.role, path)}
            who={
              actor.role === 'public'
                ? null
                : {
                    name: actor.name,
                    role: t(`roles.${actor.role}`),
                    href: `/${locale}/accounts/me`,
                  }
            }
            signIn={{ href: `/${locale}/accounts/sign-in`, label: t('nav.signIn') }}
            signOut={{ action: `/${locale}/accounts/end-session`, label: t('nav.signOut') }}
          />
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Foot
          languages={languages}
          current={locale}
          label={t('site.language')}
          remember={actor.role === 'public' ? null : `/${locale}/accounts/remember-language`}
          note={t('site.footer')}
          guide={{ href: `/${locale}/guide`, label: t('coding.guide.title') }}
        />
      </body>
    </html>
  );
}

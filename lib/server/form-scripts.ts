import 'server-only';
import { isLocale, type Locale } from '#lib/convention/names';
import { escapeMarkup } from '#lib/text/escape';
import { translator } from '#lib/text/i18n';

/** The addresses of the scripts for pages with forms. */
export type FormScripts = Readonly<{
  /** Keeps what is typed. */
  typed: string;
  /** Warns before the session ends. */
  idle: string;
}>;

/** What public/idle.js says. */
function idleTexts(locale: Locale): Readonly<Record<string, string>> {
  const t = translator(locale);
  return {
    address: `/${locale}/accounts/extend-session`,
    soon: t('sessions.endsSoon'),
    extend: t('sessions.extend'),
    extended: t('sessions.extended'),
    ended: t('sessions.hasEnded'),
  };
}

/** What public/typed.js says. */
function typedTexts(locale: Locale): Readonly<Record<string, string>> {
  const t = translator(locale);
  return {
    restored: t('typed.restored'),
    meanwhile: t('typed.meanwhile'),
    discard: t('typed.discard'),
    'choose-date': t('typed.chooseDate'),
    unreachable: t('typed.unreachable'),
  };
}

const languageOf = (html: string): Locale => {
  const [, language = ''] = /<html lang="(\w+)"/.exec(html) ?? [];
  return isLocale(language) ? language : 'en';
};

/**
 * The tags of the scripts that a page with forms needs for somebody who is signed in: one that warns
 * before the session ends, and one that keeps what is typed where the form does not do so itself, and
 * offers a calendar beside typed dates. What they say stands in the tag, so that no page has texts of
 * a script that it does not have.
 */
export function formScriptTags(html: string, { idle, typed }: FormScripts, nonce: string): string {
  if (!html.includes(' data-idle-minutes="')) return '';
  const main = html.slice(html.indexOf('<main'));
  const count = (words: string) => main.split(words).length - 1;
  const forms = count('method="post"');
  // A typed date gets a calendar from the script that keeps what is typed.
  const keepsTyped = forms > count('data-drafts="own"') || main.includes('class="date"');
  const locale = languageOf(html);
  const tag = (address: string, texts: Readonly<Record<string, string>>) => {
    const said = Object.entries(texts).map(
      ([name, text]) => ` data-${name}="${escapeMarkup(text)}"`,
    );
    const nonceAttribute = nonce ? ` nonce="${nonce}"` : '';
    return `<script defer="" src="${address}"${nonceAttribute}${said.join('')}></script>`;
  };
  return [
    ...(forms > 0 ? [tag(idle, idleTexts(locale))] : []),
    ...(keepsTyped ? [tag(typed, typedTexts(locale))] : []),
  ].join('');
}

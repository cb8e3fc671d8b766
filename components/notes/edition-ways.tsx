import type { ReactNode } from 'react';
import { Facts } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{
  t: Translate;
  id: string;
  at: string;
  languages: readonly Locale[];
  source: Locale;
  /** Whether it can still be worked on, and whether this reader changes its particulars. */ draft: boolean;
  heads: boolean;
}>;

/**
 * Where one goes from an edition: to its text in each language, to what there is to do on the
 * draft, to its translations.
 */
export function EditionWays({ t, id, at, languages, source, draft, heads }: Props) {
  const link = (href: string, words: ReactNode, name?: string) => (
    <li key={href}>
      <a href={href} aria-label={name}>
        {words}
      </a>
    </li>
  );
  const named = (language: Locale) => <span lang={language}>{languageNames[language]}</span>;
  const others = languages.filter((language) => language !== source);
  const list = (...links: readonly ReactNode[]) => <ul className="tools">{links}</ul>;
  return (
    <div className="ways">
      <Facts
        facts={[
          {
            term: t('notes.edition.read'),
            value: list(
              languages.map((language) =>
                link(
                  `/${language}/notes/${id}/text`,
                  named(language),
                  t('notes.edition.readIn', { language: languageNames[language] }),
                ),
              ),
              link(`${at}/compare`, t('notes.edition.compare')),
            ),
          },
          ...(draft
            ? [
                {
                  term: t('notes.edition.work'),
                  value: list(
                    link(`${at}/write`, t('notes.edition.write')),
                    link(`${at}/moved`, t('notes.edition.moved')),
                    link(`${at}/checks`, t('notes.edition.checks')),
                    heads ? link(`${at}/head`, t('notes.edition.head')) : null,
                  ),
                },
              ]
            : []),
          ...(draft && others.length > 0
            ? [
                {
                  term: t('notes.edition.translate'),
                  value: list(
                    others.map((language) =>
                      link(
                        `${at}/translate?language=${language}`,
                        named(language),
                        t('notes.translate.title', { language: languageNames[language] }),
                      ),
                    ),
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

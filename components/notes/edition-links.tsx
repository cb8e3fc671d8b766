import type { ReactNode } from 'react';
import { Facts, type Fact } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{
  t: Translate;
  id: string;
  notePath: string;
  languages: readonly Locale[];
  source: Locale;
  isDraft: boolean;
  isAtWork: boolean;
  mayEditHead: boolean;
}>;

const link = (href: string, content: ReactNode, label?: string) => (
  <li key={href}>
    <a href={href} aria-label={label}>
      {content}
    </a>
  </li>
);

const list = (...links: readonly ReactNode[]) => <ul className="tools">{links}</ul>;

const nameOf = (language: Locale) => <span lang={language}>{languageNames[language]}</span>;

/** Links to the text in each language, and for those at work to the comparison with another one. */
const readLinks = ({ t, id, notePath, languages, isAtWork }: Props): Fact => ({
  term: t('notes.edition.read'),
  value: list(
    languages.map((language) =>
      link(
        `/${language}/notes/${id}/text`,
        nameOf(language),
        t('notes.edition.readIn', { language: languageNames[language] }),
      ),
    ),
    isAtWork ? link(`${notePath}/compare`, t('notes.edition.compare')) : null,
  ),
});

/** Links to the pages on which a draft is worked on. */
const workLinks = ({ t, notePath, mayEditHead }: Props): Fact => ({
  term: t('notes.edition.work'),
  value: list(
    link(`${notePath}/write`, t('notes.edition.write')),
    link(`${notePath}/moved`, t('notes.edition.moved')),
    link(`${notePath}/checks`, t('notes.edition.checks')),
    mayEditHead ? link(`${notePath}/head`, t('notes.edition.head')) : null,
  ),
});

const translationLinks = ({ t, notePath }: Props, translations: readonly Locale[]): Fact => ({
  term: t('notes.edition.translate'),
  value: list(
    translations.map((language) =>
      link(
        `${notePath}/translate?language=${language}`,
        nameOf(language),
        t('notes.translate.title', { language: languageNames[language] }),
      ),
    ),
  ),
});

/** The pages of an edition: its text in each language, the work on a draft, and translations. */
export function EditionLinks(props: Props) {
  const { languages, source, isDraft } = props;
  const translations = languages.filter((language) => language !== source);
  return (
    <div className="ways">
      <Facts
        facts={[
          readLinks(props),
          ...(isDraft ? [workLinks(props)] : []),
          ...(isDraft && translations.length > 0 ? [translationLinks(props, translations)] : []),
        ]}
      />
    </div>
  );
}

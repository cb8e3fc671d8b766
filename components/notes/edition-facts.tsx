import { Facts, type Fact } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { toldRevision } from '#lib/notes/model/edition';
import type { EditionView } from '#lib/notes/store/queries';
import { formatDate, formatList, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  edition: EditionView['edition'];
  languages: readonly Locale[];
}>;

/** The meeting that the note is for. */
function meetingFacts({ locale, t, edition }: Props): Fact[] {
  const { session, agendaItem, documentDate } = edition;
  return [
    { term: t('notes.edition.session'), value: formatNumber(locale, session) },
    { term: t('notes.edition.agendaItem'), value: agendaItem || '–' },
    { term: t('notes.edition.date'), value: formatDate(locale, documentDate) },
  ];
}

/** What the note counts, and which note came before. */
function scopeFacts({ locale, t, edition }: Props): Fact[] {
  const { audience, chapters, cutoff, previousSymbol, previousCutoff } = edition;
  const previousDate = previousCutoff && formatDate(locale, previousCutoff);
  const previous = [previousSymbol, previousDate].filter(Boolean).join(' · ');
  return [
    { term: t('notes.audience.label'), value: t(`notes.audience.${audience}`) },
    {
      term: t('notes.edition.chapters'),
      value: t('notes.facts.chapters', {
        count: chapters.length,
        list: formatList(locale, chapters),
      }),
    },
    { term: t('notes.edition.cutoff'), value: formatDate(locale, cutoff) },
    { term: t('notes.edition.previous'), value: previous || '–' },
  ];
}

function languageFacts({ locale, t, edition, languages }: Props): Fact[] {
  const names = languages.map((language) => languageNames[language]);
  return [
    { term: t('notes.edition.source'), value: languageNames[edition.sourceLocale] },
    { term: t('notes.edition.languages'), value: formatList(locale, names) },
  ];
}

/** What a frozen edition is pinned to. */
function frozenFacts({ locale, t, edition }: Props): Fact[] {
  const { checksum, head } = edition;
  const revision = toldRevision(edition);
  const revisionFact = (n: number) => ({
    term: t('notes.edition.revision'),
    value: formatNumber(locale, n),
  });
  const codeFact = (term: 'checksum' | 'registerHead', text: string) => ({
    term: t(`notes.edition.${term}`),
    value: <code className="long">{text}</code>,
  });
  return [
    ...(revision === null ? [] : [revisionFact(revision)]),
    ...(checksum ? [codeFact('checksum', checksum)] : []),
    ...(head ? [codeFact('registerHead', head)] : []),
  ];
}

/** The particulars of an edition. */
export const EditionFacts = (props: Props) => (
  <Facts
    facts={[
      ...meetingFacts(props),
      ...scopeFacts(props),
      ...languageFacts(props),
      ...frozenFacts(props),
    ]}
  />
);

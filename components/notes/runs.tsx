import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { Runs as NoteRuns } from '#lib/documents/model/document';

type Props = Readonly<{ locale: Locale; t: Translate; runs: NoteRuns }>;

/**
 * A sentence of a draft: numbers link to the needs that they count, and what is held, typed by hand
 * or untrue is marked by a line and in words.
 */
export const Runs = ({ locale, t, runs }: Props) =>
  runs.map(({ text, href, footnote, mark }, at) => {
    if (footnote !== undefined) return <sup key={at}>{footnote}</sup>;
    const content = href ? (
      <a className="opens" href={`/${locale}${href}`}>
        {text}
      </a>
    ) : (
      text
    );
    if (!mark || mark === 'citation') return <span key={at}>{content}</span>;
    return (
      <mark key={at} className={`mark-${mark}`}>
        {content}
        <span className="away"> ({t(`noteDocuments.marks.${mark}`)})</span>
      </mark>
    );
  });

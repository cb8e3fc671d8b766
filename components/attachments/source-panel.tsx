import { QuoteSelection } from '#components/attachments/quote-selection';
import { SourcePassage } from '#components/attachments/source-passage';
import { UnreadNote, UnreadPages } from '#components/attachments/unread-notes';
import type { PassageView, SourceView } from '#lib/needs/attachments/queries';
import type { Unread } from '#lib/files/limits';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; source: SourceView; mayQuote: boolean }>;
type Part = { page: number | null; passages: PassageView[]; unread?: Unread };

/** The paragraphs in one part of a text without pages; the browser lays out part by part. */
const passagesInPart = 50;

/**
 * Divides a text by its pages. A page without text is a part as well, where something on it could
 * not be read.
 */
function partsOf({ passages, file }: SourceView): Part[] {
  const parts: Part[] = [];
  for (const passage of passages) {
    const last = parts.at(-1);
    if (
      last &&
      last.page === passage.page &&
      (passage.page !== null || last.passages.length < passagesInPart)
    )
      last.passages.push(passage);
    else parts.push({ page: passage.page, passages: [passage] });
  }
  for (const unread of file.unread) {
    const part = parts.find(({ page }) => page === unread.page);
    if (part) part.unread = unread;
    else parts.push({ page: unread.page, passages: [], unread });
  }
  return parts.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

type Common = Pick<Props, 'locale' | 't' | 'mayQuote'>;

/** An executive summary from which no text could be read. */
const WithoutText = ({
  locale,
  t,
  file,
}: Pick<Props, 'locale' | 't'> & Pick<SourceView, 'file'>) => (
  <aside className="source" aria-labelledby="source-title">
    <h2 id="source-title">{t('source.title')}</h2>
    <p>{t('source.noText')}</p>
    <UnreadPages t={t} unread={file.unread} />
    <p>
      <a href={`/${locale}/reviews/${file.reviewId}/files/${file.id}`}>{t('source.download')}</a>
    </p>
  </aside>
);

/** Links to the pages of the text. */
const Jump = ({ locale, t, pages }: Pick<Props, 'locale' | 't'> & { pages: readonly number[] }) => (
  <details>
    <summary>{t('source.jump')}</summary>
    <nav aria-label={t('source.jump')}>
      <ul className="jump">
        {pages.map((page) => (
          <li key={page}>
            <a href={`#page-${page}`} aria-label={t('source.pageNumber', { page })}>
              {formatNumber(locale, page)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </details>
);

const HowToQuote = ({ t }: Pick<Props, 't'>) => (
  <>
    <p className="note">{t('source.how')}</p>
    <noscript>
      <p className="note">{t('source.howPlain')}</p>
    </noscript>
    <QuoteSelection taken={t('source.taken')} undo={t('source.undo')} />
  </>
);

/** A page of the text, or a number of paragraphs of a text without pages. */
const PartOfText = ({
  locale,
  t,
  mayQuote,
  part,
  counted,
}: Common & Readonly<{ part: Part; counted: (passage: PassageView) => boolean }>) => (
  <section className="source-part" id={part.page === null ? undefined : `page-${part.page}`}>
    {part.page === null ? null : <h3>{t('source.pageNumber', { page: part.page })}</h3>}
    {part.unread ? <UnreadNote t={t} unread={part.unread} /> : null}
    {part.passages.map((passage) => (
      <SourcePassage
        key={passage.position}
        locale={locale}
        t={t}
        passage={passage}
        counted={counted(passage)}
        mayQuote={mayQuote}
      />
    ))}
  </section>
);

/** The text of the executive summary beside the form of a need, with the passages that needs quote marked. */
export function SourcePanel({ locale, t, source, mayQuote }: Props) {
  const { file, passages } = source;
  if (passages.length === 0) return <WithoutText locale={locale} t={t} file={file} />;
  const hasSection = passages.some(({ inSection }) => inSection);
  const counted = ({ inSection }: PassageView) => inSection || !hasSection;
  const all = passages.filter(counted);
  const unused = all.filter(({ uses }) => uses.length === 0).length;
  const parts = partsOf(source);
  const pages = parts.flatMap(({ page }) => (page === null ? [] : [page]));
  const firstOfSection = passages.find(({ inSection }) => inSection)?.position;
  return (
    <aside className="source" aria-labelledby="source-title">
      <div className="source-head">
        <h2 id="source-title">{t('source.title')}</h2>
        <p className="unused-count">
          {t(hasSection ? 'source.unusedSection' : 'source.unused', { unused, all: all.length })}
        </p>
        <div className="option only-unused">
          <input type="checkbox" id="only-unused" />
          <label htmlFor="only-unused">{t('source.onlyUnused')}</label>
        </div>
        {firstOfSection ? (
          <p>
            <a href={`#passage-${firstOfSection}`}>{t('source.toSection')}</a>
          </p>
        ) : null}
        {pages.length > 1 ? <Jump locale={locale} t={t} pages={pages} /> : null}
        {mayQuote ? <HowToQuote t={t} /> : <p className="note">{t('source.readOnly')}</p>}
      </div>
      <div
        className="source-text"
        id="source-text"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls by itself can be scrolled by keyboard
        tabIndex={0}
        role="group"
        aria-label={t('source.text')}
      >
        {parts.map((part) => (
          <PartOfText
            key={part.passages[0]?.position ?? `page-${part.page}`}
            {...{ locale, t, mayQuote, part, counted }}
          />
        ))}
      </div>
      <p className="across">
        <a href={mayQuote ? '#quote' : '#need-form'}>{t('form.backToForm')}</a>
      </p>
    </aside>
  );
}

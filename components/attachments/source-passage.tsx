import type { ReactNode } from 'react';
import type { PassageView } from '#lib/needs/attachments/queries';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  passage: PassageView;
  counted: boolean;
  mayQuote: boolean;
}>;

/** Returns the text of a passage; what a need quotes is marked and links to the need. */
function marked(locale: Locale, t: Translate, { text, uses }: PassageView): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { needId, reference, start, end } of uses) {
    if (start > at) parts.push(text.slice(at, start));
    const title = reference ? t('source.usedBy', { reference }) : t('source.usedByDraft');
    parts.push(
      <mark key={start}>
        <a href={`/${locale}/needs/${needId}`} title={title}>
          {text.slice(start, end)}
        </a>
      </mark>,
    );
    at = end;
  }
  return at < text.length ? [...parts, text.slice(at)] : parts;
}

/** A numbered paragraph of the source. Its button quotes it whole, a selection quotes a part. */
export function SourcePassage({ locale, t, passage, counted, mayQuote }: Props) {
  const { position, page, number, paragraph, uses } = passage;
  return (
    <div
      className={`passage ${uses.length > 0 ? 'used' : 'unused'}${counted ? ' counted' : ''}`}
      id={`passage-${position}`}
    >
      <span className="number" dir="ltr">
        {number}
      </span>
      <p
        className="words"
        dir="auto"
        data-passage={position}
        data-page={page ?? ''}
        data-paragraph={paragraph ?? ''}
      >
        {marked(locale, t, passage)}
      </p>
      {mayQuote ? (
        <button
          form="need-form"
          name="then"
          value={`quote-${position}`}
          className="as-link"
          aria-label={
            number ? t('source.quoteWhich', { number }) : t('source.quotePosition', { position })
          }
        >
          {t('source.quote')}
        </button>
      ) : null}
    </div>
  );
}

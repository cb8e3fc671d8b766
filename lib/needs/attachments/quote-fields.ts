import type { SourceView } from '#lib/needs/attachments/queries';

type QuoteFields = Readonly<{ quote: string; page: string; paragraph: string }>;

/**
 * Returns the fields of a need that quotes the paragraph at this position; undefined where there is
 * none.
 */
export function quoteFieldsAt(
  source: SourceView | undefined,
  position: string | undefined,
): QuoteFields | undefined {
  const passage = source?.passages.find((each) => String(each.position) === position);
  return (
    passage && {
      quote: passage.text,
      page: String(passage.page ?? ''),
      paragraph: passage.paragraph ?? '',
    }
  );
}

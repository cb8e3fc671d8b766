import type { SourceSeen } from '#lib/needs/attachments/queries';

type Quoted = Readonly<{ quote: string; page: string; paragraph: string }>;

/**
 * Returns the fields of a need that quotes the paragraph at this position; undefined where there is
 * none.
 */
export function quotedAt(
  source: SourceSeen | undefined,
  position: string | undefined,
): Quoted | undefined {
  const found = source?.passages.find((each) => String(each.position) === position);
  return (
    found && { quote: found.text, page: String(found.page ?? ''), paragraph: found.paragraph ?? '' }
  );
}

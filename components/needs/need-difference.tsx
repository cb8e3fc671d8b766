import type { ReactNode } from 'react';
import type { Translate } from '#lib/text/i18n';
import type { Locale } from '#lib/convention/names';
import { writtenIn } from '#lib/text/languages';
import type { DiffSegment } from '#lib/needs/model/text-diff';

/**
 * What one field said before and says now: word by word where it is a text, else before and after.
 */
export type FieldDifference = Readonly<{
  field: string;
  term: string;
  language?: Locale | null;
  stretches?: readonly DiffSegment[];
  before?: string;
  after?: string;
}>;

const Marked = ({
  t,
  kind,
  children,
}: {
  t: Translate;
  kind: DiffSegment['kind'];
  children: ReactNode;
}) => {
  if (kind === 'same') return <>{children}</>;
  const spoken = (text: string) => <span className="away"> [{text}] </span>;
  const [Tag, said] =
    kind === 'removed'
      ? ['del' as const, t('history.removed')]
      : ['ins' as const, t('history.added')];
  return (
    <Tag>
      {spoken(said)}
      {children}
      {spoken(t('history.end'))}
    </Tag>
  );
};

/**
 * Removals and additions, marked by a sign and a line, by colour, and in words for those who hear
 * the page.
 */
export function NeedDifference({
  t,
  differences,
}: {
  t: Translate;
  differences: readonly FieldDifference[];
}) {
  return (
    <dl className="difference">
      {differences.map(({ field, term, language, stretches, before, after }) => (
        <div key={field}>
          <dt>{term}</dt>
          <dd>
            {stretches ? (
              <p className="written" {...writtenIn(language)}>
                {stretches.map(({ kind, text }, i) => (
                  <Marked key={i} t={t} kind={kind}>
                    {text}
                  </Marked>
                ))}
              </p>
            ) : (
              <p>
                <Marked t={t} kind="removed">
                  {before || t('history.empty')}
                </Marked>{' '}
                <Marked t={t} kind="added">
                  {after || t('history.empty')}
                </Marked>
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

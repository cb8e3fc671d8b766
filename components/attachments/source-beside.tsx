import type { ReactNode } from 'react';
import { SourcePanel } from '#components/attachments/source-panel';
import type { SourceView } from '#lib/needs/attachments/queries';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  source: SourceView | undefined;
  /** Whether the passage that the need quotes may be changed. */
  mayQuote?: boolean;
  children: ReactNode;
}>;

/** The form of a need beside the executive summary, or with a link to attach one. */
export function SourceBeside({ locale, t, reviewId, source, mayQuote = true, children }: Props) {
  if (!source)
    return (
      <>
        <p className="note">
          <a href={`/${locale}/reviews/${reviewId}#source`}>{t('source.attachFirst')}</a>
        </p>
        {children}
      </>
    );
  return (
    <div className="desk with-source">
      <div>
        {children}
        <p className="across">
          <a href="#source-title">{t('form.toSource')}</a>
        </p>
      </div>
      <SourcePanel locale={locale} t={t} source={source} mayQuote={mayQuote} />
    </div>
  );
}

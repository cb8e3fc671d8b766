import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  mayEnter: boolean;
  mayImport: boolean;
}>;

/** Links to the pages that enter or change many needs of a review at once. */
export function ReviewTools({ locale, t, reviewId, mayEnter, mayImport }: Props) {
  const tools = [
    ...(mayEnter
      ? ([
          ['grid', t('grid.link')],
          ['self-assessment', t('selfAssessment.link')],
        ] as const)
      : []),
    ...(mayImport ? ([['import', t('imports.link')]] as const) : []),
  ];
  if (tools.length === 0) return null;
  return (
    <ul className="tools">
      {tools.map(([path, label]) => (
        <li key={path}>
          <a href={`/${locale}/reviews/${reviewId}/${path}`}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

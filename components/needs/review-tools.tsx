import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  mayEnter: boolean;
  mayImport: boolean;
  mayTranslate: boolean;
}>;

/** Links to the pages that enter or change many needs of a review at once. */
export function ReviewTools({ locale, t, reviewId, mayEnter, mayImport, mayTranslate }: Props) {
  const review = `/${locale}/reviews/${reviewId}`;
  const tools = [
    ...(mayEnter
      ? ([
          [`${review}/grid`, t('grid.link')],
          [`${review}/self-assessment`, t('selfAssessment.link')],
        ] as const)
      : []),
    ...(mayImport ? ([[`${review}/import`, t('imports.link')]] as const) : []),
    ...(mayTranslate
      ? ([
          [`/${locale}/needs/translations?review=${reviewId}`, t('needTranslations.title')],
        ] as const)
      : []),
  ];
  if (tools.length === 0) return null;
  return (
    <ul className="tools">
      {tools.map(([path, label]) => (
        <li key={path}>
          <a href={path}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  id: string;
  enters: boolean;
  imports: boolean;
}>;

/** The ways to enter or change many needs of a review at once. */
export function ReviewTools({ locale, t, id, enters, imports }: Props) {
  const tools = [
    ...(enters
      ? ([
          ['grid', t('grid.link')],
          ['self-assessment', t('selfAssessment.link')],
        ] as const)
      : []),
    ...(imports ? ([['import', t('imports.link')]] as const) : []),
  ];
  if (tools.length === 0) return null;
  return (
    <ul className="tools">
      {tools.map(([path, label]) => (
        <li key={path}>
          <a href={`/${locale}/reviews/${id}/${path}`}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

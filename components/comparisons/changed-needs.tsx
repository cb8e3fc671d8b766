import { articlesText } from '#components/needs/need-facts';
import { categoryName, type Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { formatList } from '#lib/text/format';
import type { ChangedNeedListed } from '#lib/counting/comparisons/queries';
import type { Translate } from '#lib/text/i18n';
import { articlesOfKey } from '#lib/convention/provision';
import type { CodingPart } from '#lib/counting/comparisons/compare';

type Names = Readonly<Record<'subcategory' | 'topic' | 'type' | 'tag', (code: string) => string>>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  names: Names;
  changed: readonly ChangedNeedListed[];
  inAll: number;
}>;

function valueText(
  { locale, t, names }: Omit<Props, 'changed' | 'inAll'>,
  part: CodingPart,
  value: string,
): string {
  if (value === '') return t('compared.nothing');
  const list = (name: (code: string) => string) => formatList(locale, value.split(';').map(name));
  switch (part) {
    case 'category':
      return categoryName(value as Category, locale);
    case 'subcategory':
      return names.subcategory(value);
    case 'types':
      return list(names.type);
    case 'tags':
      return list(names.tag);
    case 'topics':
      return list(names.topic);
    default: {
      const articles = articlesOfKey(value);
      return articles.length > 0 ? articlesText(locale, t, articles) : t('provisions.generalNeeds');
    }
  }
}

/**
 * The needs that were revised, within summaries that both sides count: counted now, no longer
 * counted, or coded otherwise.
 */
export function ChangedNeeds({ changed, inAll, ...context }: Props) {
  const { locale, t } = context;
  return (
    <>
      <p>
        {t('compared.changedNeeds', { count: inAll })}
        {inAll > changed.length ? <> {t('compared.firstOf', { count: changed.length })}</> : null}
      </p>
      <ul className="changed-needs">
        {changed.map(({ id, reference, counts, kind, parts }) => (
          <li key={id}>
            {counts ? (
              <a href={`/${locale}/needs/${id}`}>
                <bdi>{reference ?? id}</bdi>
              </a>
            ) : (
              <bdi>{reference ?? id}</bdi>
            )}{' '}
            {t(`compared.kinds.${kind}`)}
            {parts.length > 0 ? (
              <dl className="difference">
                {parts.map(({ part, before, after }) => (
                  <div key={part}>
                    <dt>{t(`compared.parts.${part}`)}</dt>
                    <dd>
                      <del>{valueText(context, part, before)}</del>{' '}
                      <ins>{valueText(context, part, after)}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

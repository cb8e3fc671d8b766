import { Pagination } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  page: number;
  pages: number;
  addressOf: (page: number) => string;
}>;

/** The pagination of a list whose pages have numbers. */
export const NumberedPagination = ({ locale, t, page, pages, addressOf }: Props) => (
  <Pagination
    label={t('needs.pages')}
    where={t('needs.page', {
      page: formatNumber(locale, page),
      pages: formatNumber(locale, pages),
    })}
    previous={page > 1 ? { href: addressOf(page - 1), label: t('needs.previous') } : undefined}
    next={page < pages ? { href: addressOf(page + 1), label: t('needs.following') } : undefined}
  />
);

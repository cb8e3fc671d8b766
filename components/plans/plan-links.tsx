import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate }>;

/** The link to the activity that a plan has become. */
export const BecameActivity = ({
  locale,
  t,
  id,
  reference,
}: Props & Readonly<{ id: string; reference: string | null }>) => (
  <p>
    {t('plans.became')}:{' '}
    <a href={`/${locale}/assistance/${id}`}>
      <bdi>{reference}</bdi>
    </a>
  </p>
);

/** The plan as a document and as a workbook. */
export const PlanDownloads = ({ locale, t, planId }: Props & Readonly<{ planId: string }>) => (
  <p className="tools">
    <a href={`/${locale}/assistance/plans/${planId}/export/docx`} rel="nofollow">
      {t('plans.docx')}
    </a>
    <a href={`/${locale}/assistance/plans/${planId}/export/xlsx`} rel="nofollow">
      {t('plans.xlsx')}
    </a>
  </p>
);

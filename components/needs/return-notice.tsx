import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { HistoryEntry } from '#lib/needs/store/queries';
import type { Status } from '#lib/needs/model/vocabulary';

const titles = {
  return: 'need.returnedBy',
  reopen: 'need.reopenedBy',
  recode: 'need.recodedBy',
} as const;

/** The reason of the last return, reopening or recoding. */
export function ReturnNotice({
  locale,
  t,
  history,
  status,
}: {
  locale: Locale;
  t: Translate;
  history: readonly HistoryEntry[];
  status: Status;
}) {
  if (status !== 'returned' && status !== 'recoded') return null;
  const last = history.find(({ verb }) => verb in titles);
  if (!last) return null;
  const title = titles[last.verb as keyof typeof titles];
  return (
    <Notice kind="warn" title={t(title, { name: last.by, at: formatInstant(locale, last.at) })}>
      {last.reason ? (
        <p className="written" dir="auto">
          {last.reason}
        </p>
      ) : (
        <p>{t('returned.seeComments')}</p>
      )}
    </Notice>
  );
}

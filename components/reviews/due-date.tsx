import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

/** A date by which something is due, marked where it is past. `today` is `YYYY-MM-DD`. */
export function DueDate({
  locale,
  t,
  dueOn,
  today,
}: Readonly<{ locale: Locale; t: Translate; dueOn: string; today: string }>) {
  const date = formatDate(locale, dueOn);
  if (dueOn >= today) return t('desk.turn.due', { date });
  return (
    <span className="tag returned" data-mark="!">
      {t('desk.turn.overdue', { date })}
    </span>
  );
}

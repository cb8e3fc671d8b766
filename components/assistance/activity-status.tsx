import { StatusTag } from '#components/ui/page';
import type { ActivityStatus } from '#lib/needs/fulfilment/vocabulary';
import type { Translate } from '#lib/text/i18n';

const marks: Readonly<Record<ActivityStatus, string>> = {
  planned: '○',
  'under-way': '◐',
  completed: '●',
  cancelled: '×',
};

export const ActivityStatusTag = ({ t, status }: { t: Translate; status: ActivityStatus }) => (
  <StatusTag
    code={`activity-${status}`}
    mark={marks[status]}
    label={t(`assistance.statuses.${status}`)}
  />
);

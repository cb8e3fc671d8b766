import type { Translate } from '#lib/text/i18n';
import type { Origin, Status } from '#lib/needs/model/vocabulary';

/** Marks a draft that was made from the self-assessment checklist. */
export const OriginMark = ({
  t,
  need: { origin, status },
}: {
  t: Translate;
  need: Readonly<{ origin: Origin | null; status: Status }>;
}) =>
  origin === 'self-assessment' && status === 'draft' ? (
    <>
      {' '}
      <small className="origin">{t('selfAssessment.mark')}</small>
    </>
  ) : null;

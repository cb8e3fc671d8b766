import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { HistoryEntry, NeedSeen } from '#lib/needs/store/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  history: readonly HistoryEntry[];
  need: NeedSeen;
}>;

/** The verbs by which a request was made. */
const asking = { objection: 'object', withdrawal: 'request-withdrawal' } as const;

/**
 * What the focal point has asked for and nobody has answered yet; that the rule of four eyes is
 * lifted; that the review is closed.
 */
export function RequestNotice({ locale, t, history, need }: Props) {
  const last = (verb: HistoryEntry['verb']) => history.find((entry) => entry.verb === verb);
  const asked = need.request ? last(asking[need.request]) : undefined;
  const lifted = need.lifted ? last('lift-four-eyes') : undefined;
  const when = ({ by, at }: HistoryEntry) => ({ name: by, at: formatInstant(locale, at) });
  return (
    <>
      {asked ? (
        <Notice
          kind="warn"
          title={t(
            need.request === 'objection' ? 'need.objectedBy' : 'need.withdrawalBy',
            when(asked),
          )}
        >
          <p className="written" dir="auto">
            {asked.reason}
          </p>
        </Notice>
      ) : null}
      {lifted ? (
        <Notice title={t('need.liftedBy', when(lifted))}>
          <p className="written" dir="auto">
            {lifted.reason}
          </p>
        </Notice>
      ) : null}
      {need.closed && need.working ? (
        <Notice>
          <p>{t('need.closed')}</p>
        </Notice>
      ) : null}
    </>
  );
}

import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { HistoryEntry, NeedView } from '#lib/needs/store/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  history: readonly HistoryEntry[];
  need: NeedView;
}>;

/** The verb that makes each kind of request. */
const requestVerbs = { objection: 'object', withdrawal: 'request-withdrawal' } as const;

/** The open request on a need, and whether its four-eyes rule is lifted or its review closed. */
export function RequestNotice({ locale, t, history, need }: Props) {
  const last = (verb: HistoryEntry['verb']) => history.find((entry) => entry.verb === verb);
  const request = need.request ? last(requestVerbs[need.request]) : undefined;
  const lifted = need.lifted ? last('lift-four-eyes') : undefined;
  const when = ({ by, at }: HistoryEntry) => ({ name: by, at: formatInstant(locale, at) });
  return (
    <>
      {request ? (
        <Notice
          kind="warn"
          title={t(
            need.request === 'objection' ? 'need.objectedBy' : 'need.withdrawalBy',
            when(request),
          )}
        >
          <p className="written" dir="auto">
            {request.reason}
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

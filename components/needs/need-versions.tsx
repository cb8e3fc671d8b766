import { NeedStatus } from '#components/needs/need-facts';
import { NeedDifference, type FieldDifference } from '#components/needs/need-difference';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { NeedVersion } from '#lib/needs/store/history-queries';

export type VersionShown = Readonly<{
  version: NeedVersion;
  /** The differences from the version before; null for the first one. */
  differences: readonly FieldDifference[] | null;
  /** Whether the reader may restore the content of this version. */
  mayRestore: boolean;
}>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  id: string;
  by: string;
  current: number;
  versions: readonly VersionShown[];
}>;

/** The changes of a version. */
function Changes({
  t,
  differences,
}: Readonly<{
  t: Translate;
  differences: Parameters<typeof NeedDifference>[0]['differences'] | null;
}>) {
  if (differences === null) return <p className="note">{t('history.firstVersion')}</p>;
  if (differences.length === 0) return <p className="note">{t('history.same')}</p>;
  return <NeedDifference t={t} differences={differences} />;
}

/** The versions of a need: who saved each, when and why, and what it changed. */
export function NeedVersions({ locale, t, id, by, current, versions }: Props) {
  return (
    <ol className="versions" reversed>
      {versions.map(
        ({
          version: { version, verb, status, by: name, at, reason, restoredFrom },
          differences,
          mayRestore,
        }) => (
          <li key={version} id={`version-${version}`}>
            <h2>
              {t('history.version', { version })} <NeedStatus t={t} status={status} />
            </h2>
            <p>
              {t('history.entry', {
                verb: t(`verbs.${verb}`),
                name,
                at: formatInstant(locale, at),
              })}
            </p>
            {reason ? (
              <blockquote className="written" dir="auto">
                {reason}
              </blockquote>
            ) : null}
            {restoredFrom ? <p>{t('history.takenUp', { version: restoredFrom })}</p> : null}
            <Changes t={t} differences={differences} />
            {mayRestore ? (
              <form method="post" action={`/${locale}/needs/${id}/take-up`}>
                <input type="hidden" name="by" value={by} />
                <input type="hidden" name="version" value={current} />
                <input type="hidden" name="earlier" value={version} />
                <button className="button second" aria-describedby="take-up-hint">
                  {t('history.takeUp', { version })}
                </button>
              </form>
            ) : null}
          </li>
        ),
      )}
    </ol>
  );
}

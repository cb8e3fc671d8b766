import type { FieldDifference } from '#components/needs/need-difference';
import type { VersionShown } from '#components/needs/need-versions';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { changedFields } from '#lib/needs/model/text-diff';
import { checkTransition } from '#lib/needs/model/transitions';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import { vocabulary as currentVocabulary, type NeedView } from '#lib/needs/store/queries';
import type { Translate } from '#lib/text/i18n';
import { differencesOf } from './differences';

const parameters = ['from', 'to', 'upto'] as const;
type Parameter = (typeof parameters)[number];
export type HistoryQuery = Partial<Record<Parameter | 'done', string | string[]>>;

const pageSize = 30;

function versionIn(query: HistoryQuery, name: Parameter, latest: number): number | undefined {
  const value = query[name];
  const isNumber = typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value);
  return isNumber && Number(value) <= latest ? Number(value) : undefined;
}

/** Reads the version numbers of the address, and the values that name no version. */
function readQuery(query: HistoryQuery, latest: number) {
  const version = (name: Parameter) => versionIn(query, name, latest);
  return {
    from: version('from'),
    to: version('to'),
    upTo: version('upto'),
    unknown: parameters
      .filter((name) => query[name] !== undefined && query[name] !== '' && !version(name))
      .map((name) => ({ name, value: String(query[name]).slice(0, 100) })),
  };
}

/** Loads the versions of a need with what each changed, and a comparison of two of them. */
export async function loadHistory(
  locale: Locale,
  t: Translate,
  actor: Actor,
  need: NeedView,
  query: HistoryQuery,
) {
  const { from, to, upTo, unknown } = readQuery(query, need.version);
  const [vocabulary, versions, chosen] = await Promise.all([
    currentVocabulary(actor),
    versionsOfNeed(actor, need.id, { upTo, limit: pageSize + 1 }),
    from && to ? versionsOfNeed(actor, need.id, { only: [from, to] }) : [],
  ]);
  const isEditable = checkTransition(actor, 'edit', need) === 'allowed';
  const contentOf = (number?: number) => chosen.find(({ version }) => version === number)?.content;
  const [left, right] = [contentOf(from), contentOf(to)];
  const compared: FieldDifference[] | undefined =
    left && right ? differencesOf(locale, t, vocabulary, left, right) : undefined;
  return {
    from,
    to,
    unknown,
    isEditable,
    compared,
    versions: versions.slice(0, pageSize).map((version, i): VersionShown => {
      const before = versions[i + 1];
      return {
        version,
        differences: before
          ? differencesOf(locale, t, vocabulary, before.content, version.content)
          : null,
        mayRestore: isEditable && changedFields(version.content, need).length > 0,
      };
    }),
    /** The first version of the next page. */
    next: versions[pageSize]?.version,
  };
}

export type LoadedHistory = Awaited<ReturnType<typeof loadHistory>>;

import { provisionText } from '#components/needs/need-facts';
import type { RankRow } from '#components/priorities/rank-table';
import type { FormError } from '#components/ui/error-summary';
import type { Locale } from '#lib/convention/names';
import type { FormResult } from '#lib/http/form-result';
import type { NeedView } from '#lib/needs/store/queries';
import { rankField, parseRanks, type SubmittedRank } from '#lib/needs/priorities/input';
import { writtenIn } from '#lib/text/languages';
import type { Translate } from '#lib/text/i18n';

type Entry = Readonly<{ need: NeedView; sent?: SubmittedRank }>;

const longestExcerpt = 90;
const excerpt = (text: string) =>
  text.length > longestExcerpt ? `${text.slice(0, longestExcerpt).trimEnd()} …` : text;

const nameOf = (t: Translate, { reference, text }: NeedView): string =>
  reference ?? (text ? excerpt(text) : t('needs.noReference'));

const sentIn = ({ form }: FormResult): SubmittedRank[] => (form ? parseRanks(form) : []);

const hasChanged = (need: NeedView, sent: SubmittedRank) => sent.version !== need.version;

/** Returns the open needs in the order that was sent; needs that were added since come last. */
function inSentOrder(open: readonly NeedView[], sent: readonly SubmittedRank[]): Entry[] {
  const byId = new Map(open.map((need) => [need.id, need]));
  const ranked = sent.flatMap((rank) => {
    const need = byId.get(rank.id);
    return need ? [{ need, sent: rank }] : [];
  });
  const added = open.filter(({ id }) => !sent.some((rank) => rank.id === id));
  return [...ranked, ...added.map((need) => ({ need }))];
}

function rankRow(
  locale: Locale,
  t: Translate,
  { need, sent }: Entry,
  conflict: boolean,
  errors: readonly FormError[],
): RankRow {
  const name = nameOf(t, need);
  const stored = String(need.priority ?? '');
  const isConflicting = conflict && sent !== undefined && hasChanged(need, sent);
  return {
    id: need.id,
    // After a conflict the form continues from the stored version, otherwise from the one it showed.
    field: rankField(need.id, sent && !conflict ? sent.version : need.version),
    rank: sent?.rank ?? stored,
    href: `/${locale}/needs/${need.id}`,
    name,
    text: need.reference && need.text ? excerpt(need.text) : null,
    language: need.language ?? undefined,
    direction: writtenIn(need.language).dir,
    provision: provisionText(locale, t, need),
    labels: {
      rank: t('priorities.rankOf', { need: name }),
      up: t('priorities.up', { need: name }),
      down: t('priorities.down', { need: name }),
    },
    error: errors.find(({ field }) => field === `rank-${need.id}`)?.text,
    stored: isConflicting
      ? t('priorities.storedNow', { rank: stored || t('priorities.none') })
      : undefined,
  };
}

/** Returns the rows of the needs that can be ranked, as they were sent or are stored. */
export const rankRows = (
  locale: Locale,
  t: Translate,
  open: readonly NeedView[],
  answer: FormResult,
): RankRow[] =>
  inSentOrder(open, sentIn(answer)).map((entry) =>
    rankRow(locale, t, entry, answer.hasConflict, answer.errors),
  );

/** Returns the names of the needs that somebody else has changed since the form was shown. */
export function conflictingNames(
  t: Translate,
  needs: readonly NeedView[],
  answer: FormResult,
): string[] {
  if (!answer.hasConflict) return [];
  return sentIn(answer).flatMap((sent) => {
    const need = needs.find(({ id }) => id === sent.id);
    return need && hasChanged(need, sent) ? [nameOf(t, need)] : [];
  });
}

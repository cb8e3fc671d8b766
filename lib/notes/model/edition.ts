import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type {
  Audience,
  BlockContent,
  BlockKind,
  NoteStatus,
  StandingParts,
} from '#lib/notes/model/vocabulary';

/** The head of an edition, as it is stored. */
export type Edition = Readonly<{
  id: string;
  status: NoteStatus;
  audience: Audience;
  title: Readonly<Partial<Record<Locale, string>>>;
  session: number;
  place: string;
  agendaItem: string;
  symbol: string;
  documentDate: string;
  cycle: Cycle;
  chapters: readonly Chapter[];
  cutoff: string;
  previousId: string | null;
  previousCutoff: string | null;
  previousSymbol: string | null;
  sourceLocale: Locale;
  languages: readonly Locale[];
  version: number;
  /** The revision whose needs and texts a frozen edition has. */
  revision: number | null;
  /** The revision that readers of a frozen edition are told. */
  publicRevision: number | null;
  checksum: string | null;
  /** SEQ:HASH of the change log at its revision. */
  head: string | null;
  frozenAt: string | null;
  /** The rules that it is made by; see `rulesOf`. */
  rules: number | null;
  publishedAt: string | null;
  /** Null in editions from before there were any. */
  standing?: StandingParts | null;
}>;

/**
 * The revision that a frozen edition names in its text, documents and links; null for a draft. It is
 * not that of its last private change, which tells how busy others are.
 */
export const toldRevision = ({
  revision,
  publicRevision,
}: Pick<Edition, 'revision' | 'publicRevision'>): number | null => publicRevision ?? revision;

/**
 * The rules by which content is made of blocks and register. An edition stays with those that it was
 * opened by, so that an upgrade changes neither its content nor the words of its texts.
 * 1: assistance of all chapters, States assisted by their codes.
 * 2: assistance of the reporting period and the chapters, States in the order of the language.
 * 3: numbering, names and numbers in words as documents of the United Nations have them in each
 *    language.
 */
export const presentRules = 3;
const rulesBeforeStored = 2;

/**
 * Returns the rules of an edition; the present ones if it is being opened. Those of before rules were
 * stored are by the second if they are drafts, and by the first if they were frozen.
 */
export function rulesOf({
  revision,
  rules,
}: Readonly<{ revision?: number | null; rules?: number | null }>): number {
  if (rules === undefined) return presentRules;
  return rules ?? (revision === null ? rulesBeforeStored : 1);
}

/** A version of a block of an edition. */
export type NoteBlock = Readonly<{
  key: string;
  version: number;
  kind: BlockKind;
  position: number;
  content: BlockContent;
}>;

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
  /** The rules that a frozen edition was made by; see `rulesOf`. */
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
 * frozen by, so that its content never changes.
 * 1: assistance of all chapters, States assisted by their codes.
 * 2: assistance of the reporting period and the chapters, States in the order of the language.
 */
export const presentRules = 2;

/** Returns the rules of an edition: the present ones until it is frozen. */
export const rulesOf = ({
  revision,
  rules,
}: Readonly<{ revision?: number | null; rules?: number | null }>): number =>
  revision === null || revision === undefined ? presentRules : (rules ?? 1);

/** A version of a block of an edition. */
export type NoteBlock = Readonly<{
  key: string;
  version: number;
  kind: BlockKind;
  position: number;
  content: BlockContent;
}>;

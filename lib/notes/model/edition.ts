import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Audience, BlockContent, BlockKind, NoteStatus } from '#lib/notes/model/vocabulary';

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
  publishedAt: string | null;
}>;

/**
 * The revision that a frozen edition names in its text, documents and links; null for a draft. It is
 * not that of its last private change, which tells how busy others are.
 */
export const toldRevision = ({
  revision,
  publicRevision,
}: Pick<Edition, 'revision' | 'publicRevision'>): number | null => publicRevision ?? revision;

/** A version of a block of an edition. */
export type NoteBlock = Readonly<{
  key: string;
  version: number;
  kind: BlockKind;
  position: number;
  content: BlockContent;
}>;

import 'server-only';
import type { FinishedNote } from '#lib/documents/model/document';
import {
  referenceTargets,
  exhibitOrdinals,
  type ReferenceTargets,
} from '#lib/documents/docx/bookmarks';
import { languageOf, type Language } from '#lib/documents/docx/language';

/**
 * What the parts of a document share while it is rendered. `next` gives the ids of bookmarks,
 * controls and drawings in order, so that they are the same each time.
 */
export type DocxContext = Readonly<{
  note: FinishedNote;
  language: Language;
  referenceTargets: ReferenceTargets;
  ordinals: ReadonlyMap<string, number>;
  nextId: () => number;
  /** Numbers of the footnotes whose mark is already in the text. */
  markedFootnotes: Set<number>;
}>;

export function createContext(note: FinishedNote): DocxContext {
  let last = 0;
  return {
    note,
    language: languageOf(note.locale),
    referenceTargets: referenceTargets(note),
    ordinals: exhibitOrdinals(note),
    nextId: () => {
      last += 1;
      return last;
    },
    markedFootnotes: new Set(),
  };
}

import 'server-only';
import type { FinishedNote } from '#lib/documents/model/document';
import { allTargets, ordinals, type Targets } from '#lib/documents/docx/bookmarks';
import { languageOf, type Language } from '#lib/documents/docx/language';

/**
 * What is known while a document is set. Numbers of bookmarks, controls and drawings are given in
 * order, so that they are the same each time.
 */
export type Setting = Readonly<{
  note: FinishedNote;
  language: Language;
  targets: Targets;
  ordinals: ReadonlyMap<string, number>;
  next: () => number;
  /** Footnotes whose mark was set. */ called: Set<number>;
}>;

export function settingOf(note: FinishedNote): Setting {
  let last = 0;
  return {
    note,
    language: languageOf(note.locale),
    targets: allTargets(note),
    ordinals: ordinals(note),
    next: () => {
      last += 1;
      return last;
    },
    called: new Set(),
  };
}

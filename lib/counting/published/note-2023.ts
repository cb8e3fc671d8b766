import { contradictions } from '#lib/counting/published/contradictions';
import type {
  Calculation,
  NoteRule,
  PublishedNote,
  PublishedNumber,
} from '#lib/counting/published/vocabulary';
import data from './note-2023.json' with { type: 'json' };

type NoteFigure = Readonly<{
  id: string;
  where: string;
  what: string;
  value: number;
  unit: PublishedNumber['unit'];
  comparison: PublishedNumber['comparison'];
  rule: NoteRule | '-';
  status: 'must' | 'rule-dependent' | 'contradiction';
  recomputed: number;
  calc: Readonly<{ num: Calculation; den?: Calculation }>;
}>;

/**
 * The note by the Secretariat of 27 March 2023 to the Implementation Review Group, paragraphs 6 to
 * 39 and tables 1 and 2; the previous one counted until October 2021.
 */
export const note2023: PublishedNote = {
  title: '',
  symbol: null,
  cycle: 2,
  chapters: ['II'],
  cutoff: '2023-02-28',
  previousCutoff: '2021-10-31',
  numbers: (data.figures as unknown as readonly NoteFigure[]).map(
    ({ id, where, what, value, unit, comparison, rule, status, recomputed, calc }) => ({
      id,
      where,
      what,
      value,
      unit,
      comparison,
      rule: rule === '-' ? null : rule,
      calc,
      contradiction:
        status === 'contradiction' ? { shouldBe: recomputed, why: contradictions[id]! } : null,
    }),
  ),
};

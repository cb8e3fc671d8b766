/** What is wrong with a row, where a verification finds a fault. */
type FaultKind = 'altered' | 'missing' | 'added' | 'reordered' | 'cut' | 'other-head';

/** The first fault of the register: the table, the row, and the change that covers it, if known. */
export type Fault = Readonly<{
  kind: FaultKind;
  table: string;
  id: string;
  seq: number | null;
}>;

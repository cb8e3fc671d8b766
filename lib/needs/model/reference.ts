import type { Cycle } from '#lib/convention/chapters';

/** The readable reference of a need, from the counter of its review: `KEN-2-014`. */
export const referenceOf = (stateCode: string, cycle: Cycle, number: number): string =>
  `${stateCode}-${cycle}-${String(number).padStart(3, '0')}`;

/** Whether a text has the form of a reference; the need may not exist. */
export const looksLikeReference = (text: string): boolean => /^[A-Z0-9-]+-[12]-\d{3,}$/.test(text);

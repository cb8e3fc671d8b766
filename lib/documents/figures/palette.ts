/**
 * The five colours of series in their fixed order, each with a hatching of its own, so that they
 * also differ in grey and to people who see few colours. `word` is the nearest pattern that Word has.
 */
export const palette = [
  { colour: '#0b62a4', hatching: null, word: null },
  { colour: '#c65102', hatching: 'diagonal', word: 'wdUpDiag' },
  { colour: '#12805c', hatching: 'vertical', word: 'narVert' },
  { colour: '#8f4c9b', hatching: 'crossed', word: 'diagCross' },
  { colour: '#6d7378', hatching: 'grid', word: 'smGrid' },
] as const;

/** The other colours of charts, in light mode. */
export const inks = {
  ink: '#16212b',
  secondary: '#4a5a68',
  paper: '#fff',
  line: '#e8ecf0',
  gridline: '#d4dbe2',
} as const;

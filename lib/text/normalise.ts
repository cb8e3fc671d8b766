/**
 * Whether both databases can store a text: no lone surrogates, no control characters but tab and line
 * end.
 */
export const isStorable = (value: string) =>
  value.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value);
/** Normalises a text for storage: NFC, `\n` as line end, no space around. */
export const normaliseText = (value: string) =>
  value.replace(/\r\n?/g, '\n').normalize('NFC').trim();

/** The beginning of a text, to name a need in a line. */
export const excerptOf = (text: string | null): string => {
  if (!text) return '';
  return text.length > 80 ? `${text.slice(0, 80).trimEnd()} …` : text;
};

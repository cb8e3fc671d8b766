const escapedCharacter = /_x([0-9A-Fa-f]{4})_/g;
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** What XML cannot hold: control characters, lone surrogates and the two non-characters. */
const notInXml =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Writes a text as workbooks hold it (ECMA-376, ST_Xstring): what XML cannot hold as `_xFFFE_`, and
 * the first character of what only looks like that so too.
 */
export const escapeSheetText = (text: string): string =>
  text.replace(looksEscaped, '_x005F_').replace(notInXml, escaped);

/** Reads a text as workbooks hold it. */
export const unescapeSheetText = (text: string): string =>
  text.replace(escapedCharacter, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const errorValues = new Set(
  [
    '#N/A #DIV/0! #REF! #NAME? #NULL! #NUM! #VALUE! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT!',
    '#UNKNOWN! #BUSY! #GETTING_DATA #NOM? #VALEUR! #NOMBRE! #¡DIV/0! #¡VALOR! #¡REF! #¿NOMBRE?',
    '#¡NUM! #¡NULO! #Н/Д #ДЕЛ/0! #ССЫЛКА! #ИМЯ? #ПУСТО! #ЧИСЛО! #ЗНАЧ!',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether a cell says that its formula failed, as spreadsheets write it in English, French, Spanish
 * and Russian; in Arabic and Chinese they write it in English.
 */
export const isErrorValue = (cell: string): boolean => {
  const text = cell.trim();
  return (text.startsWith('#') && errorValues.has(text)) || /^Err:\d{3}$/.test(text);
};

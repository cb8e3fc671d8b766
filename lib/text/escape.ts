const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * A text as HTML and XML hold it, between tags and in attributes that stand in double quotes. The
 * apostrophe stays; what no markup can hold (control characters) stays as well.
 */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => entities[sign]!);

/** A text as a regular expression finds it to the letter. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The pattern by which SQL finds what contains a text: `… like PATTERN escape '!'`. */
export const containing = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;

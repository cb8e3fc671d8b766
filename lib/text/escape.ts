const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Escapes a text for HTML and XML, between tags and in double-quoted attributes. Apostrophes and
 * control characters stay.
 */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character]!);

/** Escapes a text for a regular expression that finds it literally. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The pattern of SQL for whatever contains a text: `… like PATTERN escape '!'`. */
export const likePattern = (text: string): string => `%${text.replace(/[!%_]/g, '!$&')}%`;

import characters from './chinese-characters.json' with { type: 'json' };

/**
 * The simplified character of each traditional one: the transform Traditional-Simplified of ICU,
 * character by character, with variants in use in Hong Kong and Taiwan. Words are not looked at.
 */
const simplifiedOf: ReadonlyMap<string, string> = new Map(
  [...characters.traditional].map((character, i) => [character, characters.simplified[i]!]),
);

/** Replaces traditional Chinese characters by simplified ones; the length stays the same. */
export const simplifyChinese = (text: string): string =>
  text.replace(/[\u3400-\u9fff]/g, (character) => simplifiedOf.get(character) ?? character);

import type { Follow } from '#tests/recipes/recipe';

/** The code of the language that is added; what it says is taken from French, which it follows. */
const added = 'pt';
const indentOf = (line: string) => line.length - line.trimStart().length;
const beginsWithFrench = (line: string) => /^\s*(?:fr:|fr,$|import fr )/.test(line);
const renamed = (line: string) =>
  line
    .replace(/\bfr(?=[:, ])/, added)
    .replace('fr.json', `${added}.json`)
    .replace('#messages/fr', `#messages/${added}`);

/** The lines of a property as oxfmt formats it, from its name to its last bracket. */
function propertyAt(lines: readonly string[], at: number): readonly string[] {
  const indent = indentOf(lines[at]!);
  let end = at + 1;
  while (indentOf(lines[end] ?? '') > indent) end += 1;
  const hasBracketBelow = /[[{(]$/.test(lines[at]!);
  return lines.slice(at, hasBracketBelow ? end + 1 : end);
}

/** Adds the language before French in a table by language, or in a list of languages on one line. */
const addedWithin = (line: string) =>
  line
    .replace(/([{,] )fr: ('[^']*'|\d+|\{[^{}]*\}|\[[^[\]]*\])/g, `$1${added}: $2, fr: $2`)
    .replace(/\bes, fr, ru\b/g, `es, ${added}, fr, ru`)
    .replace(`'es', 'fr', 'ru'`, `'es', '${added}', 'fr', 'ru'`);

/** Adds the language to a source wherever French stands in a table, a list or an import. */
function withLanguage(text: string): string {
  const lines = text.split('\n');
  const changed = lines.flatMap((line, at) => {
    if (!beginsWithFrench(line)) return [addedWithin(line)];
    const [head = '', ...rest] = propertyAt(lines, at);
    return [renamed(head), ...rest, line];
  });
  return changed.join('\n');
}

const withLanguageInJson = (text: string) =>
  text.replace(/"fr": ("(?:[^"\\]|\\.)*")/g, `"${added}": $1, "fr": $1`);

const tables = [
  'lib/convention/names.ts',
  'lib/convention/chapters.ts',
  'lib/convention/regions.ts',
  'lib/convention/categories.ts',
  'lib/text/i18n.ts',
  'lib/text/languages.ts',
  'lib/text/numbering.ts',
  'lib/text/glossary/glossary.ts',
  'lib/review/guide/vocabulary.ts',
  'lib/notes/outline/outline.ts',
  'lib/notes/text/parse-message.ts',
  'lib/notes/text/list-separators.ts',
  'lib/notes/text/number-gender.ts',
  'lib/notes/text/region-words.ts',
  'lib/notes/text/session-place.ts',
  'lib/notes/text/unbound-claims.ts',
  'lib/notes/text/wording.ts',
  'lib/api/data/structure.ts',
  'lib/api/data/observations.ts',
  'lib/documents/docx/language.ts',
  'tests/support/factories/finished-note-small.ts',
  'tests/support/files/source-texts.ts',
  'tests/support/pages/messages.ts',
  'tests/support/pages/wording-faults.ts',
  'tests/unit/import-rows.test.ts',
  'tests/unit/messages.test.ts',
  'tests/integration/term-changes.test.ts',
];
const jsonTables = [
  'lib/convention/articles.json',
  'lib/convention/states.json',
  'lib/assistance/activities/theme-names.json',
];
const jsonFiles = [
  'messages/fr.json',
  'lib/text/glossary/fr.json',
  'lib/review/guide/fr.json',
  'lib/notes/outline/fr.json',
  'lib/notes/text/words-before-fr.json',
];

const typedSentences = 'tests/fixtures/typed-sentences.json';

/** Adds a language that speaks as French does, under a code of its own. */
export const addLanguage: Follow = ({ read, write, addAfter }) => {
  for (const file of tables) write(file, withLanguage(read(file)));
  addAfter('lib/needs/terms/schema.ts', `'name.fr': name,\n`, `  'name.${added}': name,\n`);
  addAfter('lib/convention/conference-sessions.ts', '\n  fr,\n', `  ${added}: fr,\n`);
  for (const file of jsonTables) write(file, withLanguageInJson(read(file)));
  for (const file of jsonFiles) write(file.replace('fr.json', `${added}.json`), read(file));
  const sentences = JSON.parse(read(typedSentences)) as Record<string, unknown>;
  write(typedSentences, JSON.stringify({ ...sentences, [added]: sentences.fr }, null, 2));
};

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A regular expression in the sources: a literal, or the place of a `new RegExp`. */
export type FoundPattern = Readonly<{ place: string; source: string; flags: string }>;
type Found = { patterns: FoundPattern[]; constructed: string[] };

const sourceFile = /\.(ts|tsx|mts|js|mjs)$/;

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && sourceFile.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

const wordsBeforePattern = /(?:^|[^\w$.])(?:return|typeof|case|in|of|do|else|void|throw|await)$/;

/** Whether a slash after this text begins a regular expression: after a value it divides. */
function beginsPattern(before: string, after: string): boolean {
  const text = before.trimEnd();
  const last = text.at(-1) ?? '';
  if (after.startsWith('>') || last === '<') return false;
  if (/[\w$)\]}"'`]/.test(last)) return wordsBeforePattern.test(text);
  return true;
}

/** The end of a literal that begins at `at` with its delimiter. */
function endOfString(text: string, at: number): number {
  let position = at + 1;
  while (position < text.length && text[position] !== text[at] && text[position] !== '\n') {
    position += text[position] === '\\' ? 2 : 1;
  }
  return position + 1;
}

function endOfPattern(text: string, at: number): number {
  let position = at + 1;
  let isInClass = false;
  while (text[position] !== '/' || isInClass) {
    if (text[position] === '\n' || text[position] === undefined) {
      throw new Error(`no end of a pattern: ${text.slice(at, at + 60)}`);
    }
    if (text[position] === '[') isInClass = true;
    if (text[position] === ']') isInClass = false;
    position += text[position] === '\\' ? 2 : 1;
  }
  return position;
}

/** Reads code from a position up to its end, or up to the brace that closes a template's value. */
function scanCode(text: string, start: number, file: string, found: Found): number {
  let at = start;
  let depth = 0;
  while (at < text.length) {
    const here = text[at]!;
    if (text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else if (text.startsWith('/*', at)) at = text.indexOf('*/', at) + 2;
    else if (here === '"' || here === "'") at = endOfString(text, at);
    else if (here === '`') at = scanTemplate(text, at + 1, file, found);
    else if (
      here === '/' &&
      beginsPattern(text.slice(Math.max(0, at - 40), at), text.slice(at + 1, at + 2))
    ) {
      const end = endOfPattern(text, at);
      const flags = /^[a-z]*/.exec(text.slice(end + 1, end + 10))![0];
      const line = text.slice(0, at).split('\n').length;
      found.patterns.push({ place: `${file}:${line}`, source: text.slice(at + 1, end), flags });
      at = end + 1 + flags.length;
    } else {
      if (text.startsWith('RegExp(', at)) found.constructed.push(file);
      if (here === '{') depth += 1;
      if (here === '}') depth -= 1;
      if (depth < 0) return at + 1;
      at += 1;
    }
  }
  return at;
}

function scanTemplate(text: string, start: number, file: string, found: Found): number {
  let at = start;
  while (text[at] !== '`') {
    if (at >= text.length) throw new Error(`no end of a template in ${file}`);
    if (text.startsWith('${', at)) at = scanCode(text, at + 2, file, found);
    else at += text[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

/** All regular expressions of these folders, and the files that construct some. */
export function findPatterns(folders: readonly string[]) {
  const found: Found = { patterns: [], constructed: [] };
  for (const file of folders.flatMap(sourceFiles))
    scanCode(readFileSync(file, 'utf8'), 0, file, found);
  return { patterns: found.patterns, constructed: [...new Set(found.constructed)] };
}

/** A regular expression as a tree. A leaf is the source of what matches one character. */
export type PatternNode =
  | Readonly<{ kind: 'character'; source: string }>
  | Readonly<{ kind: 'start' | 'assertion' | 'empty' }>
  | Readonly<{ kind: 'look'; behind: boolean; body: PatternNode }>
  | Readonly<{ kind: 'sequence' | 'choice'; parts: readonly PatternNode[] }>
  | Readonly<{ kind: 'repeat'; body: PatternNode; min: number; max: number }>;

/** The most copies of a repeated part with an upper limit: it cannot grow with the text. */
const mostCopies = 4;

type Reader = { text: string; at: number; nests: boolean };

const escapes = /^\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|[^])/;

function readClass(reader: Reader): PatternNode {
  const start = reader.at;
  reader.at += 1;
  let depth = 1;
  while (depth > 0) {
    const here = reader.text[reader.at];
    if (here === undefined) throw new Error(`no end of a class in ${reader.text}`);
    if (here === '\\') reader.at += 1;
    if (here === '[' && reader.nests) depth += 1;
    if (here === ']') depth -= 1;
    reader.at += 1;
  }
  return { kind: 'character', source: reader.text.slice(start, reader.at) };
}

function readGroup(reader: Reader): PatternNode {
  const [opening] = /^\((?:\?(?:[:=!]|<[=!]|<\w+>|[a-z]*(?:-[a-z]+)?:))?/.exec(
    reader.text.slice(reader.at),
  )!;
  reader.at += opening.length;
  const body = readChoice(reader);
  reader.at += 1;
  if (/^\(\?<?[=!]$/.test(opening)) return { kind: 'look', behind: opening[2] === '<', body };
  return body;
}

function readAtom(reader: Reader): PatternNode {
  const here = reader.text[reader.at]!;
  if (here === '(') return readGroup(reader);
  if (here === '[') return readClass(reader);
  if (here === '\\') {
    const [escape] = escapes.exec(reader.text.slice(reader.at))!;
    reader.at += escape.length;
    if (/^\\[1-9k]/.test(escape)) throw new Error(`a back reference: ${reader.text}`);
    if (/^\\[bB]$/.test(escape)) return { kind: 'assertion' };
    return { kind: 'character', source: escape };
  }
  const character = String.fromCodePoint(reader.text.codePointAt(reader.at)!);
  reader.at += character.length;
  if (character === '^') return { kind: 'start' };
  if (character === '$') return { kind: 'assertion' };
  return { kind: 'character', source: character === '/' ? '\\/' : character };
}

function readRepeat(reader: Reader, body: PatternNode): PatternNode {
  const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(reader.text.slice(reader.at));
  if (!quantifier) return body;
  reader.at += quantifier[0].length;
  const sign = quantifier[0][0];
  if (sign === '*') return { kind: 'repeat', body, min: 0, max: Infinity };
  if (sign === '+') return { kind: 'repeat', body, min: 1, max: Infinity };
  if (sign === '?') return { kind: 'repeat', body, min: 0, max: 1 };
  const [, least = '0', comma, most] = quantifier;
  const min = Math.min(Number(least), mostCopies);
  if (comma === undefined) return { kind: 'repeat', body, min, max: min };
  if (most === '') return { kind: 'repeat', body, min, max: Infinity };
  return { kind: 'repeat', body, min, max: Math.max(min, Math.min(Number(most), mostCopies)) };
}

function readSequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at]!)) {
    parts.push(readRepeat(reader, readAtom(reader)));
  }
  return { kind: 'sequence', parts };
}

function readChoice(reader: Reader): PatternNode {
  const parts = [readSequence(reader)];
  while (reader.text[reader.at] === '|') {
    reader.at += 1;
    parts.push(readSequence(reader));
  }
  return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
}

/** Parses the source of a regular expression. @throws Error for a back reference. */
export const parsePattern = (source: string, flags: string): PatternNode =>
  readChoice({ text: source, at: 0, nests: flags.includes('v') });

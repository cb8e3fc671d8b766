/** A function and how many lines it takes, from its head to its last bracket. */
export type Measured = Readonly<{ file: string; name: string; line: number; lines: number }>;

const head =
  /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=]+)? = (?:async )?(?:<[^>]*>)?\()/;

const indentOf = (line: string) => line.length - line.trimStart().length;
const isBlank = (line: string) => line.trim() === '';
/** A bracket that closes what the head has opened, and whether more of the function follows it. */
const closes = (line: string) => /^\s*[)}\]]/.test(line);
const goesOn = (line: string) => /[({[,]$|=>$|=$/.test(line);

/**
 * How many lines a function takes that begins with the first of these: oxfmt sets what belongs to
 * it further in, and its closing brackets under the first letter of its head.
 */
function lengthOf(lines: readonly string[]): number {
  const indent = indentOf(lines[0]!);
  let last = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    const isOutside = indentOf(line) <= indent;
    if (isOutside && !closes(line)) break;
    last = at;
    if (isOutside && !goesOn(line)) break;
  }
  return last + 1;
}

/** The functions of a text that oxfmt has formatted; those on one line are left out. */
export function functionsIn(file: string, text: string): Measured[] {
  const lines = text.split('\n');
  return lines.flatMap((start, at) => {
    const found = head.exec(start);
    if (!found || start.endsWith(';')) return [];
    const [, , declared, constant] = found;
    const own = lengthOf(lines.slice(at));
    return own === 1 ? [] : [{ file, name: declared ?? constant ?? '', line: at + 1, lines: own }];
  });
}

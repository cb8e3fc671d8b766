/** The length of a function: its lines from its head to its last bracket. */
export type FunctionLength = Readonly<{ file: string; name: string; line: number; lines: number }>;

const functionHead =
  /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=]+)? = (?:async )?(?:<[^>]*>)?\()/;

const indentOf = (line: string) => line.length - line.trimStart().length;
const isBlank = (line: string) => line.trim() === '';
/** Whether a line begins with a closing bracket, and whether the function goes on after it. */
const closesBracket = (line: string) => /^\s*[)}\]]/.test(line);
const continues = (line: string) => /[({[,]$|=>$|=$/.test(line);

/**
 * The number of lines of the function whose head is the first line. oxfmt indents its body, and puts
 * its closing brackets below the beginning of its head.
 */
function lengthOf(lines: readonly string[]): number {
  const indent = indentOf(lines[0]!);
  let last = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    const isOutside = indentOf(line) <= indent;
    if (isOutside && !closesBracket(line)) break;
    last = at;
    if (isOutside && !continues(line)) break;
  }
  return last + 1;
}

/** The functions of a source that oxfmt has formatted; those on one line are left out. */
export function functionsIn(file: string, text: string): FunctionLength[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const match = functionHead.exec(line);
    if (!match || line.endsWith(';')) return [];
    const [, , declared, constant] = match;
    const length = lengthOf(lines.slice(at));
    const name = declared ?? constant ?? '';
    return length === 1 ? [] : [{ file, name, line: at + 1, lines: length }];
  });
}

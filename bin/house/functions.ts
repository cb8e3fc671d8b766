/** A function and how many lines it takes, from its head to its last bracket. */
export type Measured = Readonly<{ file: string; name: string; line: number; lines: number }>;

const head =
  /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\*? (\w+)|const (\w+)(?:: [^=]+)? = (?:async )?(?:<[^>]*>)?\()/;

/**
 * The functions of a formatted text. oxfmt puts the last bracket of a function under the first
 * letter of its head, which is how its end is found.
 */
export function functionsIn(file: string, text: string): Measured[] {
  const lines = text.split('\n');
  return lines.flatMap((start, at) => {
    const found = head.exec(start);
    // A function on one line.
    if (!found || start.endsWith(';')) return [];
    const [, indent = '', declared, constant] = found;
    const isEnd = (line: string) => new RegExp(`^${indent}[)}\\]]+[;,)]*$`).test(line);
    const length = lines.slice(at + 1).findIndex(isEnd);
    if (length < 0) return [];
    return [{ file, name: declared ?? constant ?? '', line: at + 1, lines: length + 2 }];
  });
}

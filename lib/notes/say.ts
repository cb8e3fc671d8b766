import 'server-only';
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { pluralForm } from '#lib/text/format';
import type { Run } from '#lib/documents/model/document';
import { citationTag, type Message } from '#lib/notes/message';
import { placeholderRuns, type Said, type Saying } from '#lib/notes/placeholders';
import type { Shown, Value } from '#lib/notes/model/vocabulary';

/**
 * The number that a plural form follows: of a list how many it names. Without a base there is none,
 * and it reads as nothing.
 */
const numberOf = (shown: Shown | undefined): number => shown?.number ?? shown?.items?.length ?? 0;

function isThere(saying: Saying, value: Value | undefined, shown: Shown | undefined): boolean {
  if (value?.kind === 'edition') return saying.fact(value.fact) !== null;
  if (value?.kind === 'name' || value?.kind === 'theme') return true;
  return value?.kind === 'reference' ? saying.reference(value.to) !== null : numberOf(shown) !== 0;
}

/** What a text may choose by: `some` or `none`; the code of a name; `first` or `second` cycle. */
function selector(saying: Saying, value: Value | undefined, shown: Shown | undefined): string {
  if (value?.kind === 'name') return value.code;
  if (value?.kind === 'edition' && value.fact === 'cycle')
    return saying.cycle === 1 ? 'first' : 'second';
  return isThere(saying, value, shown) ? 'some' : 'none';
}

/** How the text within a tag is set: as a citation, or as a claim that does not hold. */
function markOf(said: Said, tag: string): Run['mark'] {
  if (tag === citationTag) return 'citation';
  const isKnown = tag in said.content.claims;
  return said.holds[tag] === false || !isKnown ? 'false' : undefined;
}

function chosen(saying: Saying, said: Said, element: MessageFormatElement): Message | undefined {
  if (element.type === TYPE.select) {
    const value = said.content.values[element.value];
    return (
      element.options[selector(saying, value, said.shown[element.value])] ?? element.options.other
    )?.value;
  }
  if (element.type !== TYPE.plural) return undefined;
  const number = numberOf(said.shown[element.value]);
  const rule = pluralForm(saying.locale, number - element.offset, element.pluralType);
  return (element.options[`=${number}`] ?? element.options[rule] ?? element.options.other)?.value;
}

/**
 * A text of a block as it is read: its placeholders filled, its claims marked where they do not
 * hold.
 */
export function say(
  saying: Saying,
  said: Said,
  message: Message,
  pound?: string,
  mark?: Run['mark'],
): Run[] {
  const runs = message.flatMap((element): Run[] => {
    if (element.type === TYPE.literal) return [{ text: element.value }];
    if (element.type === TYPE.pound)
      return pound === undefined ? [] : placeholderRuns(saying, said, pound);
    if (element.type === TYPE.tag)
      return say(saying, said, element.children, pound, markOf(said, element.value));
    const branch = chosen(saying, said, element);
    if (branch)
      return say(saying, said, branch, element.type === TYPE.plural ? element.value : pound);
    return placeholderRuns(saying, said, element.value);
  });
  return mark ? runs.map((run) => (run.mark ? run : { ...run, mark })) : runs;
}

/**
 * A text without its variants, as the numbers stand: only placeholders, claims and citations are
 * left in it. Whoever writes on can do so without knowing them.
 */
export const withoutVariants = (
  saying: Saying,
  said: Said,
  message: Message,
  pound?: string,
): string =>
  message
    .map((element): string => {
      if (element.type === TYPE.literal)
        return element.value.replaceAll("'", "''").replaceAll(/[{}<]/g, (sign) => `'${sign}'`);
      if (element.type === TYPE.pound) return pound === undefined ? '' : `{${pound}}`;
      if (element.type === TYPE.tag)
        return `<${element.value}>${withoutVariants(saying, said, element.children, pound)}</${element.value}>`;
      const branch = chosen(saying, said, element);
      return branch
        ? withoutVariants(
            saying,
            said,
            branch,
            element.type === TYPE.plural ? element.value : pound,
          )
        : `{${element.value}}`;
    })
    .join('');

/**
 * The claims whose words are said as the numbers stand: those of a branch that is not read claim
 * nothing.
 */
export const claimsSaid = (saying: Saying, said: Said, message: Message): string[] => [
  ...new Set(
    message.flatMap((element): string[] => {
      if (element.type === TYPE.tag)
        return [
          ...(element.value === citationTag ? [] : [element.value]),
          ...claimsSaid(saying, said, element.children),
        ];
      const branch = chosen(saying, said, element);
      return branch ? claimsSaid(saying, said, branch) : [];
    }),
  ),
];

const plain = (each: Run) =>
  each.value === undefined && each.reference === undefined && each.footnote === undefined;

/** Runs that are set alike made one, and none empty but a footnote's mark. */
export function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.text === '' && run.footnote === undefined) continue;
    if (last && plain(last) && plain(run) && last.mark === run.mark)
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  const first = result[0];
  if (first && plain(first)) result[0] = { ...first, text: first.text.trimStart() };
  const last = result.at(-1);
  if (last && plain(last)) result[result.length - 1] = { ...last, text: last.text.trimEnd() };
  return result;
}

import 'server-only';
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { pluralForm } from '#lib/text/format';
import type { Run } from '#lib/documents/model/document';
import { citationTag, type Message } from '#lib/notes/text/parse-message';
import {
  renderPlaceholder,
  type EvaluatedBlock,
  type RenderContext,
} from '#lib/notes/text/render-placeholder';
import type { EvaluatedValue, BoundValue } from '#lib/notes/model/vocabulary';

/**
 * The number that decides the plural form, for a list the number of its items. A share without a
 * base counts as 0.
 */
const pluralNumber = (shown: EvaluatedValue | undefined): number =>
  shown?.number ?? shown?.items?.length ?? 0;

function isPresent(
  context: RenderContext,
  value: BoundValue | undefined,
  shown: EvaluatedValue | undefined,
): boolean {
  if (value?.kind === 'edition') return context.fact(value.fact) !== null;
  if (value?.kind === 'name' || value?.kind === 'theme') return true;
  return value?.kind === 'reference'
    ? context.reference(value.to) !== null
    : pluralNumber(shown) !== 0;
}

/** The key that selects a branch: `some` or `none`, the code of a name, `first` or `second` cycle. */
function selectKey(
  context: RenderContext,
  value: BoundValue | undefined,
  shown: EvaluatedValue | undefined,
): string {
  if (value?.kind === 'name') return value.code;
  if (value?.kind === 'edition' && value.fact === 'cycle')
    return context.cycle === 1 ? 'first' : 'second';
  return isPresent(context, value, shown) ? 'some' : 'none';
}

/** The mark of the text within a tag: a citation, or a claim that is false or unknown. */
function tagMark(evaluated: EvaluatedBlock, tag: string): Run['mark'] {
  if (tag === citationTag) return 'citation';
  const isKnown = tag in evaluated.content.claims;
  return evaluated.claimResults[tag] === false || !isKnown ? 'false' : undefined;
}

function chooseBranch(
  context: RenderContext,
  evaluated: EvaluatedBlock,
  element: MessageFormatElement,
): Message | undefined {
  if (element.type === TYPE.select) {
    const value = evaluated.content.values[element.value];
    return (
      element.options[selectKey(context, value, evaluated.results[element.value])] ??
      element.options.other
    )?.value;
  }
  if (element.type !== TYPE.plural) return undefined;
  const number = pluralNumber(evaluated.results[element.value]);
  const rule = pluralForm(context.locale, number - element.offset, element.pluralType);
  return (element.options[`=${number}`] ?? element.options[rule] ?? element.options.other)?.value;
}

/** Renders the text of a block: fills its placeholders and marks its false claims. */
export function renderMessage(
  context: RenderContext,
  evaluated: EvaluatedBlock,
  message: Message,
  pound?: string,
  mark?: Run['mark'],
): Run[] {
  const runs = message.flatMap((element): Run[] => {
    if (element.type === TYPE.literal) return [{ text: element.value }];
    if (element.type === TYPE.pound)
      return pound === undefined ? [] : renderPlaceholder(context, evaluated, pound);
    if (element.type === TYPE.tag)
      return renderMessage(
        context,
        evaluated,
        element.children,
        pound,
        tagMark(evaluated, element.value),
      );
    const branch = chooseBranch(context, evaluated, element);
    if (branch)
      return renderMessage(
        context,
        evaluated,
        branch,
        element.type === TYPE.plural ? element.value : pound,
      );
    return renderPlaceholder(context, evaluated, element.value);
  });
  return mark ? runs.map((run) => (run.mark ? run : { ...run, mark })) : runs;
}

/**
 * Resolves the plural and select variants of a text by its present numbers. Placeholders, claims and
 * citations stay, so that a writer can edit it without knowing the syntax of variants.
 */
export const resolveVariants = (
  context: RenderContext,
  evaluated: EvaluatedBlock,
  message: Message,
  pound?: string,
): string =>
  message
    .map((element): string => {
      if (element.type === TYPE.literal)
        return element.value.replaceAll("'", "''").replaceAll(/[{}<]/g, (sign) => `'${sign}'`);
      if (element.type === TYPE.pound) return pound === undefined ? '' : `{${pound}}`;
      if (element.type === TYPE.tag)
        return `<${element.value}>${resolveVariants(context, evaluated, element.children, pound)}</${element.value}>`;
      const branch = chooseBranch(context, evaluated, element);
      return branch
        ? resolveVariants(
            context,
            evaluated,
            branch,
            element.type === TYPE.plural ? element.value : pound,
          )
        : `{${element.value}}`;
    })
    .join('');

/** The claims in the branches that are rendered; those in other branches assert nothing. */
export const activeClaims = (
  context: RenderContext,
  evaluated: EvaluatedBlock,
  message: Message,
): string[] => [
  ...new Set(
    message.flatMap((element): string[] => {
      if (element.type === TYPE.tag)
        return [
          ...(element.value === citationTag ? [] : [element.value]),
          ...activeClaims(context, evaluated, element.children),
        ];
      const branch = chooseBranch(context, evaluated, element);
      return branch ? activeClaims(context, evaluated, branch) : [];
    }),
  ),
];

const isPlain = (each: Run) =>
  each.value === undefined && each.reference === undefined && each.footnote === undefined;

/** Merges neighbouring runs of the same format and drops empty ones, but not footnote marks. */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.text === '' && run.footnote === undefined) continue;
    if (last && isPlain(last) && isPlain(run) && last.mark === run.mark)
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  const first = result[0];
  if (first && isPlain(first)) result[0] = { ...first, text: first.text.trimStart() };
  const last = result.at(-1);
  if (last && isPlain(last)) result[result.length - 1] = { ...last, text: last.text.trimEnd() };
  return result;
}

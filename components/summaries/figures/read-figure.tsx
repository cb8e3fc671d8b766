import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { NumberCell, ShareCell } from '#components/summaries/numbers';

/** A cell of a figure's table: words, a count, or a percentage. */
export type Cell = string | Readonly<{ n: number }> | Readonly<{ percent: number | null }>;
export type Part = string | Host;
export type Host = Readonly<{
  name: string;
  props: Readonly<Record<string, unknown>>;
  parts: readonly Part[];
  value?: Cell;
}>;
export type FigureTable = Readonly<{
  heads: readonly string[];
  rows: readonly (readonly Cell[])[];
}>;

type Props = Readonly<{ children?: ReactNode }>;

const valueOf = ({ type, props }: ReactElement): Cell | undefined => {
  if (type === NumberCell) return { n: (props as Parameters<typeof NumberCell>[0]).n };
  if (type === ShareCell)
    return { percent: (props as Parameters<typeof ShareCell>[0]).share.percent };
  return undefined;
};

/**
 * What a figure consists of once its components have run: a download is read off the same elements
 * as the page, so that the
 * two cannot say different things. Figures are made of plain functions, without hooks.
 */
export function partsOf(node: ReactNode): Part[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (typeof node === 'string' || typeof node === 'number') return [String(node)];
  if (!isValidElement(node)) return [...(node as Iterable<ReactNode>)].flatMap(partsOf);
  const { type, props } = node as ReactElement<Props>;
  if (type === Fragment) return partsOf(props.children);
  if (typeof type === 'string')
    return [{ name: type, props: props as Host['props'], parts: partsOf(props.children) }];
  const parts = partsOf((type as (given: Props) => ReactNode)(props));
  const value = valueOf(node);
  return value === undefined
    ? parts
    : parts.map((part) => (typeof part === 'string' ? part : { ...part, value }));
}

const hosts = (parts: readonly Part[]): Host[] => parts.filter((part) => typeof part !== 'string');
export const allNamed = (parts: readonly Part[], name: string): Host[] =>
  hosts(parts).flatMap((host) => (host.name === name ? [host] : allNamed(host.parts, name)));
export const textOf = (parts: readonly Part[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.name === 'br' ? ' ' : textOf(part.parts);
    })
    .join('');

/** The table of a figure; its last row may be the sum. */
export function tableOf(parts: readonly Part[]): FigureTable | undefined {
  const [table] = allNamed(parts, 'table');
  if (!table) return undefined;
  const rowsOf = (section: string) =>
    allNamed(table.parts, section).flatMap((each) => allNamed(each.parts, 'tr'));
  const cells = (row: Host): Cell[] =>
    hosts(row.parts).map(({ parts: inner, value }) => value ?? textOf(inner));
  const heads = rowsOf('thead').at(-1);
  return {
    heads: heads ? hosts(heads.parts).map((head) => textOf(head.parts)) : [],
    rows: [...rowsOf('tbody'), ...rowsOf('tfoot')].map(cells),
  };
}

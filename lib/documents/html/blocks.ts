import type { Block, Table } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';
import { chartSvg } from '#lib/documents/html/chart-svg';
import { elementId } from '#lib/documents/html/element-id';
import { html, joinMarkup, Markup, emptyMarkup } from '#lib/documents/html/markup';
import { paragraphNumber } from '#lib/documents/html/paragraph-number';
import { runsHtml, type HtmlContext } from '#lib/documents/html/runs';

type BlockOfKind<K extends Block['kind']> = Extract<Block, { kind: K }>;

const rowHtml = ({ header, cells, sum }: Table['rows'][number], context: HtmlContext) =>
  html`<tr${sum ? html` class="sum"` : emptyMarkup}><th scope="row">${header}</th>${cells.map((cell) => html`<td>${runsHtml(cell, context)}</td>`)}</tr>`;

/** `caption`: the visible caption of a table, or the hidden one where a figure above has it. */
const tableHtml = ({ columns, rows }: Table, caption: Markup, context: HtmlContext) =>
  html`<div class="scroll"><table>${caption}<thead><tr>${columns.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map((row) => rowHtml(row, context))}</tbody></table></div>`;

const captionHtml = ({ label, caption }: BlockOfKind<'table' | 'figure'>, context: HtmlContext) =>
  html`<span class="label">${label}</span> ${runsHtml(caption, context)}`;
const noteHtml = ({ note }: BlockOfKind<'table' | 'figure'>, context: HtmlContext) =>
  note ? html`<p class="note">${runsHtml(note, context)}</p>` : emptyMarkup;

/** A table of up to this many rows is printed on one page. */
const maxRowsOnOnePage = 20;
const table = (block: BlockOfKind<'table'>, context: HtmlContext) =>
  html`<section class="exhibit${block.table.rows.length <= maxRowsOnOnePage ? ' together' : ''}" id="${elementId('block', block.key)}">${tableHtml(block.table, html`<caption>${captionHtml(block, context)}</caption>`, context)}${noteHtml(block, context)}</section>`;

/**
 * A figure: its chart, and the same numbers as a table beneath. Marks of footnotes are in the
 * visible caption only.
 */
const figure = (block: BlockOfKind<'figure'>, context: HtmlContext) => {
  const title = `${block.label} ${textOf(block.caption)}`;
  const numbers = tableHtml(block.table, html`<caption class="away">${title}</caption>`, context);
  const { figureTable } = context.labels;
  const folded = figureTable
    ? html`<details><summary>${figureTable}</summary>${numbers}</details>`
    : numbers;
  return html`<figure class="exhibit" id="${elementId('block', block.key)}"><figcaption>${captionHtml(block, context)}</figcaption>${chartSvg(block.chart, { id: elementId('block', block.key), title, description: block.description, locale: context.locale })}${folded}${noteHtml(block, context)}</figure>`;
};

/** The title of the note is h1, so its chapters begin at h2. */
const heading = ({ key, level, number, runs }: BlockOfKind<'heading'>, context: HtmlContext) => {
  const tag = new Markup(`h${level + 1}`);
  return html`<${tag} id="${elementId('block', key)}"><span class="number">${number}</span> ${runsHtml(runs, context)}</${tag}>`;
};

const item = ({ key, label, runs }: BlockOfKind<'item'>, context: HtmlContext) =>
  html`<li id="${elementId('block', key)}"><span class="number">${label}</span> ${runsHtml(runs, context)}</li>`;
const paragraph = ({ key, number, runs }: BlockOfKind<'paragraph'>, context: HtmlContext) =>
  html`<p class="numbered" id="${elementId('block', key)}"><span class="number">${paragraphNumber(context.locale, number)}</span> ${runsHtml(runs, context)}</p>`;

/** The items that follow one another from an index on; they become one list. */
function itemsFrom(blocks: readonly Block[], start: number): readonly BlockOfKind<'item'>[] {
  const items: BlockOfKind<'item'>[] = [];
  for (const block of blocks.slice(start)) {
    if (block.kind !== 'item') break;
    items.push(block);
  }
  return items;
}

const itemList = (items: readonly BlockOfKind<'item'>[], context: HtmlContext) =>
  html`<ol class="items">${items.map((each) => item(each, context))}</ol>`;

function blockHtml(block: Exclude<Block, { kind: 'item' }>, context: HtmlContext): Markup {
  switch (block.kind) {
    case 'heading':
      return heading(block, context);
    case 'table':
      return table(block, context);
    case 'figure':
      return figure(block, context);
    case 'paragraph':
      return paragraph(block, context);
  }
}

export function blocksHtml(blocks: readonly Block[], context: HtmlContext): Markup {
  const parts: Markup[] = [];
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index]!;
    if (block.kind === 'item') {
      const items = itemsFrom(blocks, index);
      parts.push(itemList(items, context));
      index += items.length;
    } else {
      parts.push(blockHtml(block, context));
      index += 1;
    }
  }
  return joinMarkup(parts, '\n');
}

import type { Block, Table } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';
import { chartSvg } from '#lib/documents/html/chart-svg';
import { elementId } from '#lib/documents/html/ids';
import { html, joinMarkup, Markup, nothing } from '#lib/documents/html/markup';
import { paragraphNumber } from '#lib/documents/html/paragraph-number';
import { runsHtml, type HtmlContext } from '#lib/documents/html/runs';

type BlockOfKind<K extends Block['kind']> = Extract<Block, { kind: K }>;

const rowHtml = ({ header, cells, sum }: Table['rows'][number], context: HtmlContext) =>
  html`<tr${sum ? html` class="sum"` : nothing}><th scope="row">${header}</th>${cells.map((cell) => html`<td>${runsHtml(cell, context)}</td>`)}</tr>`;

/** `caption`: what stands above it, or is said of it only where a figure above bears it already. */
const tableHtml = ({ columns, rows }: Table, caption: Markup, context: HtmlContext) =>
  html`<div class="scroll"><table>${caption}<thead><tr>${columns.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map((row) => rowHtml(row, context))}</tbody></table></div>`;

const captionHtml = ({ label, caption }: BlockOfKind<'table' | 'figure'>, context: HtmlContext) =>
  html`<span class="label">${label}</span> ${runsHtml(caption, context)}`;
const noteHtml = ({ note }: BlockOfKind<'table' | 'figure'>, context: HtmlContext) =>
  note ? html`<p class="note">${runsHtml(note, context)}</p>` : nothing;

/** A table that fits a page stays on one. */
const maxRowsOnOnePage = 20;
const table = (block: BlockOfKind<'table'>, context: HtmlContext) =>
  html`<section class="exhibit${block.table.rows.length <= maxRowsOnOnePage ? ' together' : ''}" id="${elementId('block', block.key)}">${tableHtml(block.table, html`<caption>${captionHtml(block, context)}</caption>`, context)}${noteHtml(block, context)}</section>`;

/**
 * The drawing, and the same numbers as a table beneath. Its marks of footnotes stand in the caption
 * that is seen.
 */
const figure = (block: BlockOfKind<'figure'>, context: HtmlContext) => {
  const title = `${block.label} ${textOf(block.caption)}`;
  return html`<figure class="exhibit" id="${elementId('block', block.key)}"><figcaption>${captionHtml(block, context)}</figcaption>${chartSvg(block.chart, { id: elementId('block', block.key), title, description: block.description, locale: context.locale })}${tableHtml(
    block.table,
    html`<caption class="away">${title}</caption>`,
    context,
  )}${noteHtml(block, context)}</figure>`;
};

/** The title of the note is h1 or the page's, so its chapters begin at h2. */
const heading = ({ key, level, number, runs }: BlockOfKind<'heading'>, context: HtmlContext) => {
  const tag = new Markup(`h${level + 1}`);
  return html`<${tag} id="${elementId('block', key)}"><span class="number">${number}</span> ${runsHtml(runs, context)}</${tag}>`;
};

const item = ({ key, label, runs }: BlockOfKind<'item'>, context: HtmlContext) =>
  html`<li id="${elementId('block', key)}"><span class="number">${label}</span> ${runsHtml(runs, context)}</li>`;
const paragraph = ({ key, number, runs }: BlockOfKind<'paragraph'>, context: HtmlContext) =>
  html`<p class="numbered" id="${elementId('block', key)}"><span class="number">${paragraphNumber(context.locale, number)}</span> ${runsHtml(runs, context)}</p>`;

/** A paragraph with the items that belong to it, which are a list of their own in it. */
function itemsFrom(
  blocks: readonly Block[],
  at: number,
): { items: readonly BlockOfKind<'item'>[]; next: number } {
  const items: BlockOfKind<'item'>[] = [];
  let next = at;
  for (let block = blocks[next]; block?.kind === 'item'; block = blocks[next]) {
    items.push(block);
    next += 1;
  }
  return { items, next };
}

const itemList = (items: readonly BlockOfKind<'item'>[], context: HtmlContext) =>
  items.length > 0
    ? html`<ol class="items">${items.map((each) => item(each, context))}</ol>`
    : nothing;

export function blocksHtml(blocks: readonly Block[], context: HtmlContext): Markup {
  const made: Markup[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]!;
    if (block.kind === 'item') {
      const { items, next } = itemsFrom(blocks, at);
      made.push(itemList(items, context));
      at = next;
      continue;
    }
    at += 1;
    switch (block.kind) {
      case 'heading':
        made.push(heading(block, context));
        break;
      case 'table':
        made.push(table(block, context));
        break;
      case 'figure':
        made.push(figure(block, context));
        break;
      default:
        made.push(paragraph(block, context));
    }
  }
  return joinMarkup(made, '\n');
}

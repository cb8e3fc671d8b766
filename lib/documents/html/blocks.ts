import type { Block, Table } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';
import { chartSvg } from '#lib/documents/html/chart-svg';
import { elementId } from '#lib/documents/html/ids';
import { html, joinMarkup, Markup, nothing } from '#lib/documents/html/markup';
import { paragraphNumber } from '#lib/documents/html/paragraph-number';
import { runsHtml, type HtmlContext } from '#lib/documents/html/runs';

type BlockOfKind<K extends Block['kind']> = Extract<Block, { kind: K }>;

const rowHtml = ({ header, cells, sum }: Table['rows'][number], setting: HtmlContext) =>
  html`<tr${sum ? html` class="sum"` : nothing}><th scope="row">${header}</th>${cells.map((cell) => html`<td>${runsHtml(cell, setting)}</td>`)}</tr>`;

/** `caption`: what stands above it, or is said of it only where a figure above bears it already. */
const tableHtml = ({ columns, rows }: Table, caption: Markup, setting: HtmlContext) =>
  html`<div class="scroll"><table>${caption}<thead><tr>${columns.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map((row) => rowHtml(row, setting))}</tbody></table></div>`;

const captionHtml = ({ label, caption }: BlockOfKind<'table' | 'figure'>, setting: HtmlContext) =>
  html`<span class="label">${label}</span> ${runsHtml(caption, setting)}`;
const noteHtml = ({ note }: BlockOfKind<'table' | 'figure'>, setting: HtmlContext) =>
  note ? html`<p class="note">${runsHtml(note, setting)}</p>` : nothing;

/** A table that fits a page stays on one. */
const maxRowsOnOnePage = 20;
const table = (block: BlockOfKind<'table'>, setting: HtmlContext) =>
  html`<section class="exhibit${block.table.rows.length <= maxRowsOnOnePage ? ' together' : ''}" id="${elementId('block', block.key)}">${tableHtml(block.table, html`<caption>${captionHtml(block, setting)}</caption>`, setting)}${noteHtml(block, setting)}</section>`;

/**
 * The drawing, and the same numbers as a table beneath. Its marks of footnotes stand in the caption
 * that is seen.
 */
const figure = (block: BlockOfKind<'figure'>, setting: HtmlContext) => {
  const title = `${block.label} ${textOf(block.caption)}`;
  return html`<figure class="exhibit" id="${elementId('block', block.key)}"><figcaption>${captionHtml(block, setting)}</figcaption>${chartSvg(block.chart, { id: elementId('block', block.key), title, description: block.description, locale: setting.locale })}${tableHtml(
    block.table,
    html`<caption class="away">${title}</caption>`,
    setting,
  )}${noteHtml(block, setting)}</figure>`;
};

/** The title of the note is h1 or the page's, so its chapters begin at h2. */
const heading = ({ key, level, number, runs }: BlockOfKind<'heading'>, setting: HtmlContext) => {
  const tag = new Markup(`h${level + 1}`);
  return html`<${tag} id="${elementId('block', key)}"><span class="number">${number}</span> ${runsHtml(runs, setting)}</${tag}>`;
};

const item = ({ key, label, runs }: BlockOfKind<'item'>, setting: HtmlContext) =>
  html`<li id="${elementId('block', key)}"><span class="number">${label}</span> ${runsHtml(runs, setting)}</li>`;
const paragraph = ({ key, number, runs }: BlockOfKind<'paragraph'>, setting: HtmlContext) =>
  html`<p class="numbered" id="${elementId('block', key)}"><span class="number">${paragraphNumber(setting.locale, number)}</span> ${runsHtml(runs, setting)}</p>`;

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

const itemList = (items: readonly BlockOfKind<'item'>[], setting: HtmlContext) =>
  items.length > 0
    ? html`<ol class="items">${items.map((each) => item(each, setting))}</ol>`
    : nothing;

export function blocksHtml(blocks: readonly Block[], setting: HtmlContext): Markup {
  const made: Markup[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]!;
    if (block.kind === 'item') {
      const { items, next } = itemsFrom(blocks, at);
      made.push(itemList(items, setting));
      at = next;
      continue;
    }
    at += 1;
    switch (block.kind) {
      case 'heading':
        made.push(heading(block, setting));
        break;
      case 'table':
        made.push(table(block, setting));
        break;
      case 'figure':
        made.push(figure(block, setting));
        break;
      default:
        made.push(paragraph(block, setting));
    }
  }
  return joinMarkup(made, '\n');
}

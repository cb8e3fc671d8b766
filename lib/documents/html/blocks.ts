import type { Block, Table } from '#lib/documents/model/document';
import { textOf } from '#lib/documents/model/document';
import { chartSvg } from '#lib/documents/html/chart-svg';
import { idOf } from '#lib/documents/html/ids';
import { html, joined, Markup, nothing } from '#lib/documents/html/markup';
import { paragraphNumber } from '#lib/documents/html/paragraph-number';
import { runsHtml, type RunSetting } from '#lib/documents/html/runs';

type Kind<K extends Block['kind']> = Extract<Block, { kind: K }>;

const rowHtml = ({ header, cells, sum }: Table['rows'][number], setting: RunSetting) =>
  html`<tr${sum ? html` class="sum"` : nothing}><th scope="row">${header}</th>${cells.map((cell) => html`<td>${runsHtml(cell, setting)}</td>`)}</tr>`;

/** `caption`: what stands above it, or is said of it only where a figure above bears it already. */
const tableHtml = ({ columns, rows }: Table, caption: Markup, setting: RunSetting) =>
  html`<div class="scroll"><table>${caption}<thead><tr>${columns.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map((row) => rowHtml(row, setting))}</tbody></table></div>`;

const captionHtml = ({ label, caption }: Kind<'table' | 'figure'>, setting: RunSetting) =>
  html`<span class="label">${label}</span> ${runsHtml(caption, setting)}`;
const noteHtml = ({ note }: Kind<'table' | 'figure'>, setting: RunSetting) =>
  note ? html`<p class="note">${runsHtml(note, setting)}</p>` : nothing;

/** A table that fits a page stays on one. */
const mostTogether = 20;
const table = (block: Kind<'table'>, setting: RunSetting) =>
  html`<section class="exhibit${block.table.rows.length <= mostTogether ? ' together' : ''}" id="${idOf('block', block.key)}">${tableHtml(block.table, html`<caption>${captionHtml(block, setting)}</caption>`, setting)}${noteHtml(block, setting)}</section>`;

/**
 * The drawing, and the same numbers as a table beneath. Its marks of footnotes stand in the caption
 * that is seen.
 */
const figure = (block: Kind<'figure'>, setting: RunSetting) => {
  const title = `${block.label} ${textOf(block.caption)}`;
  return html`<figure class="exhibit" id="${idOf('block', block.key)}"><figcaption>${captionHtml(block, setting)}</figcaption>${chartSvg(block.chart, { id: idOf('block', block.key), title, description: block.description, locale: setting.locale })}${tableHtml(
    block.table,
    html`<caption class="away">${title}</caption>`,
    setting,
  )}${noteHtml(block, setting)}</figure>`;
};

/** The title of the note is h1 or the page's, so its chapters begin at h2. */
const heading = ({ key, level, number, runs }: Kind<'heading'>, setting: RunSetting) => {
  const tag = new Markup(`h${level + 1}`);
  return html`<${tag} id="${idOf('block', key)}"><span class="number">${number}</span> ${runsHtml(runs, setting)}</${tag}>`;
};

const item = ({ key, label, runs }: Kind<'item'>, setting: RunSetting) =>
  html`<li id="${idOf('block', key)}"><span class="number">${label}</span> ${runsHtml(runs, setting)}</li>`;
const paragraph = ({ key, number, runs }: Kind<'paragraph'>, setting: RunSetting) =>
  html`<p class="numbered" id="${idOf('block', key)}"><span class="number">${paragraphNumber(setting.locale, number)}</span> ${runsHtml(runs, setting)}</p>`;

/** A paragraph with the items that belong to it, which are a list of their own in it. */
function group(
  blocks: readonly Block[],
  at: number,
): { items: readonly Kind<'item'>[]; next: number } {
  const items: Kind<'item'>[] = [];
  let next = at;
  for (let block = blocks[next]; block?.kind === 'item'; block = blocks[next]) {
    items.push(block);
    next += 1;
  }
  return { items, next };
}

const list = (items: readonly Kind<'item'>[], setting: RunSetting) =>
  items.length > 0
    ? html`<ol class="items">${items.map((each) => item(each, setting))}</ol>`
    : nothing;

export function blocksHtml(blocks: readonly Block[], setting: RunSetting): Markup {
  const made: Markup[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]!;
    if (block.kind === 'item') {
      const { items, next } = group(blocks, at);
      made.push(list(items, setting));
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
  return joined(made, '\n');
}

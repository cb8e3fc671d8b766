import type { FinishedNote } from '#lib/documents/model/document';
import { directionOf } from '#lib/text/languages';
import { blocksHtml } from '#lib/documents/html/blocks';
import { elementId } from '#lib/documents/html/element-id';
import { html, joinMarkup, emptyMarkup, type Markup } from '#lib/documents/html/markup';
import { runsHtml, type HtmlContext } from '#lib/documents/html/runs';
import type { AnnexOptions, HtmlOptions } from '#lib/documents/html/html-options';

const headHtml = (
  {
    head: {
      symbol,
      lines,
      body,
      session,
      place,
      agendaItem,
      agendaNote,
      title,
      author,
      summaryTitle,
      summary,
    },
    labels: { draft },
  }: FinishedNote,
  context: HtmlContext,
) => html`<header>
${draft ? html`<p class="draft-mark">${draft}</p>\n` : emptyMarkup}<p class="symbol">${symbol}</p>
<ul class="distribution">${lines.map((line) => html`<li>${line}</li>`)}</ul>
<p class="meeting"><span class="body-name">${body}</span><br>${session}<br>${place}<br>${agendaItem}</p>
<h1>${title}</h1>
<p class="author">${author}</p>
</header>
<section class="summary" aria-labelledby="summary-title"><h2 id="summary-title">${summaryTitle}</h2><p>${runsHtml(summary, context)}</p></section>${agendaNote ? html`\n<p class="note">${agendaNote}</p>` : emptyMarkup}`;

/** The table of contents: headings as links, indented by their levels. */
function contentsHtml({ blocks, labels: words }: FinishedNote, context: HtmlContext): Markup {
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (headings.length === 0) return emptyMarkup;
  // A link must not hold another link or the mark of a footnote.
  const plain = { ...context, links: 'none' as const };
  const entry = ({ key, level, number, runs }: (typeof headings)[number]) =>
    html`<li class="level-${level}"><a href="#${elementId('block', key)}"><span class="number">${number}</span> ${runs.filter((run) => run.footnote === undefined).map((run) => runsHtml([{ text: run.text }], plain))}</a></li>`;
  return html`<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${words.contents}</h2><ol>${headings.map(entry)}</ol></nav>`;
}

function footnotesHtml(
  { footnotes: notes, labels: words }: FinishedNote,
  context: HtmlContext,
): Markup {
  if (notes.length === 0) return emptyMarkup;
  const back = (number: number) =>
    context.markedFootnotes.has(number)
      ? html` <a href="#${elementId('mark', number)}" role="doc-backlink" aria-label="${context.labels.back}">↩\ufe0e</a>`
      : emptyMarkup;
  return html`<section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes-title"><h2 id="footnotes-title">${words.footnotes}</h2><ol>${notes.map(
    ({ number, runs }) =>
      html`<li id="${elementId('footnote', number)}" value="${number}"><span class="number">${number}</span> ${runsHtml(runs, context)}${back(number)}</li>`,
  )}</ol></section>`;
}

const annexTable = ({ annex: { title, introduction, columns, rows } }: FinishedNote) =>
  html`<p>${introduction}</p><div class="scroll"><table><caption class="away">${title}</caption><thead><tr>${columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ value, place, definition, rule, base, shown }) =>
      html`<tr id="${elementId('value', value)}"><th scope="row">${place}</th><td>${definition}</td><td>${rule}</td><td>${base}</td><td>${shown}</td></tr>`,
  )}</tbody></table></div>`;

/** A link to the annex and, if it is wanted, the annex itself, folded. */
function annexSection(note: FinishedNote, annex: AnnexOptions | undefined): Markup {
  if (!annex) return emptyMarkup;
  const { title } = note.annex;
  const link = html`<p class="annex-link"><a href="${annex.address}">${title}</a></p>`;
  return annex.isFolded
    ? html`<section class="annex" aria-label="${title}">${link}<details><summary>${title}</summary>${annexTable(note)}</details></section>`
    : link;
}

/** The annex as a document of its own: one `article` element. */
export const annexHtml = (note: FinishedNote): string =>
  html`<article class="note-document annex" lang="${note.locale}" dir="${directionOf(note.locale)}"><header><p class="symbol">${note.head.symbol}</p><h1>${note.annex.title}</h1></header>${annexTable(note)}<footer class="colophon"><p>${note.colophon}</p></footer></article>`
    .text;

/** The whole note as one `article` element, without a page around it. */
export function noteHtml(note: FinishedNote, links: HtmlOptions): string {
  const context: HtmlContext = { ...links, locale: note.locale, markedFootnotes: new Set() };
  // Rendered in the order of the text: a footnote links back to the first mark that was rendered.
  const top = headHtml(note, context);
  const list = contentsHtml(note, context);
  const body = blocksHtml(note.blocks, context);
  const parts = [
    top,
    list,
    html`<div class="body">\n${body}\n</div>`,
    footnotesHtml(note, context),
    annexSection(note, links.annex),
    html`<footer class="colophon"><p>${note.colophon}</p></footer>`,
  ];
  return html`<article class="note-document" lang="${note.locale}" dir="${directionOf(note.locale)}">\n${joinMarkup(
    parts.filter((part) => part !== emptyMarkup),
    '\n',
  )}\n</article>`.text;
}

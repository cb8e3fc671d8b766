import type { Locale } from '#lib/convention/names';
import type { Run, Runs } from '#lib/documents/model/document';
import { elementId } from '#lib/documents/html/element-id';
import { html, joinMarkup, emptyMarkup, type Markup } from '#lib/documents/html/markup';
import type { HtmlOptions } from '#lib/documents/html/html-options';

export type HtmlContext = HtmlOptions &
  Readonly<{
    locale: Locale;
    /** Numbers of the footnotes whose first mark, to which they link back, is rendered. */
    markedFootnotes: Set<number>;
  }>;

/** Marks a run of a draft. A word that says why is there for screen readers, outside the sentence. */
function markHtml({ mark }: Run, content: Markup, { labels: { marks } }: HtmlContext): Markup {
  if (!mark) return content;
  if (mark === 'citation' || !marks) return html`<span data-mark="${mark}">${content}</span>`;
  return html`<mark class="mark-${mark}">${content}<span class="away"> (${marks[mark]})</span></mark>`;
}

function boundNumberHtml({ text, value, href }: Run, { links, base, locale }: HtmlContext): Markup {
  return links === 'register' && href
    ? html`<a class="opens" href="${base}/${locale}${href}" data-value="${value}">${text}</a>`
    : html`<span data-value="${value}">${text}</span>`;
}

function footnoteMarkHtml(number: number, { markedFootnotes }: HtmlContext): Markup {
  const isFirst = !markedFootnotes.has(number);
  markedFootnotes.add(number);
  return html`<sup><a class="footnote-mark" href="#${elementId('footnote', number)}"${isFirst ? html` id="${elementId('mark', number)}"` : emptyMarkup} role="doc-noteref">${number}</a></sup>`;
}

function runHtml(run: Run, context: HtmlContext): Markup {
  if (run.footnote !== undefined) return footnoteMarkHtml(run.footnote, context);
  if (run.reference !== undefined)
    return markHtml(
      run,
      html`<a class="reference" href="#${elementId('block', run.reference)}">${run.text}</a>`,
      context,
    );
  return markHtml(
    run,
    run.value === undefined ? html`${run.text}` : boundNumberHtml(run, context),
    context,
  );
}

export const runsHtml = (runs: Runs, context: HtmlContext): Markup =>
  joinMarkup(runs.map((run) => runHtml(run, context)));

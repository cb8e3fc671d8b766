import type { Locale } from '#lib/convention/names';
import type { Run, Runs } from '#lib/documents/model/document';
import { idOf } from '#lib/documents/html/ids';
import { html, joined, nothing, type Markup } from '#lib/documents/html/markup';
import type { NoteLinks } from '#lib/documents/html/words';

export type RunSetting = NoteLinks &
  Readonly<{
    locale: Locale;
    /** The marks of footnotes that were set, so that each is linked back to once. */ marked: Set<number>;
  }>;

/**
 * A draft's mark is a line, a sign and a word; the sign and the word are not part of the sentence.
 */
function marked({ mark }: Run, inner: Markup, { words: { marks } }: RunSetting): Markup {
  if (!mark) return inner;
  if (mark === 'citation' || !marks) return html`<span data-mark="${mark}">${inner}</span>`;
  return html`<mark class="mark-${mark}">${inner}<span class="away"> (${marks[mark]})</span></mark>`;
}

function bound({ text, value, href }: Run, { links, base, locale }: RunSetting): Markup {
  return links === 'register' && href
    ? html`<a class="opens" href="${base}/${locale}${href}" data-value="${value}">${text}</a>`
    : html`<span data-value="${value}">${text}</span>`;
}

function footnoteMark(number: number, { marked: known }: RunSetting): Markup {
  const first = !known.has(number);
  known.add(number);
  return html`<sup><a class="footnote-mark" href="#${idOf('footnote', number)}"${first ? html` id="${idOf('mark', number)}"` : nothing} role="doc-noteref">${number}</a></sup>`;
}

function oneRun(run: Run, setting: RunSetting): Markup {
  if (run.footnote !== undefined) return footnoteMark(run.footnote, setting);
  if (run.reference !== undefined)
    return marked(
      run,
      html`<a class="reference" href="#${idOf('block', run.reference)}">${run.text}</a>`,
      setting,
    );
  return marked(run, run.value === undefined ? html`${run.text}` : bound(run, setting), setting);
}

export const runsHtml = (runs: Runs, setting: RunSetting): Markup =>
  joined(runs.map((run) => oneRun(run, setting)));

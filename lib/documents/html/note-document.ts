import { directionOf } from '#lib/text/languages';
import type { FinishedNote } from '#lib/documents/model/document';
import { html, Markup } from '#lib/documents/html/markup';
import { noteHtml } from '#lib/documents/html/note-html';
import { noteStyles } from '#lib/documents/html/styles';
import type { HtmlOptions } from '#lib/documents/html/html-options';

/**
 * The note as an HTML file of its own, which loads nothing and runs no scripts. The PDF is printed
 * from it.
 */
export function noteDocument(note: FinishedNote, links: HtmlOptions): string {
  const {
    locale,
    head: { symbol, title, author },
    colophon,
  } = note;
  return html`<!DOCTYPE html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${symbol ? `${symbol} – ` : ''}${title}</title>
<meta name="author" content="${author}">
<meta name="description" content="${colophon}">
<style>
${new Markup(noteStyles(note))}
</style>
</head>
<body>
${new Markup(noteHtml(note, links))}
</body>
</html>
`.text;
}

import { directionOf } from '#lib/languages';
import type { FinishedNote } from '#lib/notes/document';
import { html, Markup } from '#lib/notes/html/markup';
import { noteHtml } from '#lib/notes/html/note-html';
import { stylesOf } from '#lib/notes/html/styles';
import type { NoteLinks } from '#lib/notes/html/words';

/**
 * The note as a file of its own: it loads nothing and runs nothing, wherever it is opened, and is
 * what the PDF is printed from.
 */
export function noteDocument(note: FinishedNote, links: NoteLinks): string {
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
${new Markup(stylesOf(note))}
</style>
</head>
<body>
${new Markup(noteHtml(note, links))}
</body>
</html>
`.text;
}

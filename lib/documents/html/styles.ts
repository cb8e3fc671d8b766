import { directionOf } from '#lib/text/languages';
import type { FinishedNote } from '#lib/documents/model/document';

/** A text as a CSS string, escaped so that it cannot end the string, the rule or the element. */
const cssString = (text: string) =>
  `"${text.toWellFormed().replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`;

const fontFamilies = `"Noto Sans","Noto Sans Arabic","Noto Naskh Arabic","Noto Sans CJK SC","Noto Sans SC","Segoe UI","Helvetica Neue",Arial,"Microsoft YaHei","PingFang SC","DejaVu Sans",sans-serif`;

const screenStyles = `:root{color-scheme:light dark;--ink:#16212b;--soft:#4a5a68;--line:#c3ccd4;--paper:#fff;--accent:#0b5a9d}
@media (prefers-color-scheme:dark){:root{--ink:#e7edf2;--soft:#b3c0cb;--line:#33424f;--paper:#11181f;--accent:#7fbdf2}}
*{box-sizing:border-box}body{margin:0;font:1rem/1.55 ${fontFamilies};color:var(--ink);background:var(--paper);overflow-wrap:break-word;font-variant-numeric:lining-nums}
:lang(ar){line-height:1.75}:lang(zh){line-height:1.7}.note-document{max-inline-size:44rem;margin-inline:auto;padding:1.5rem clamp(1rem,4vw,2rem) 4rem}
a{color:var(--accent)}a.opens,a.reference{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h1{font-size:1.6rem;line-height:1.3}h2{font-size:1.25rem;line-height:1.35;margin-block:2rem .5rem}h3{font-size:1.08rem;margin-block:1.5rem .4rem}h4{font-size:1rem;margin-block:1.2rem .3rem}
header{border-block-end:2px solid;padding-block-end:.5rem}.symbol{font-weight:700;font-size:1.1rem;margin:0}.distribution{list-style:none;margin:0 0 1rem;padding:0;color:var(--soft)}.meeting{margin:0 0 1rem}.body-name{font-weight:700}.author{color:var(--soft)}
.draft-mark{border:2px solid;padding:.2rem .7rem;inline-size:fit-content;font-weight:700}.summary{border:1px solid var(--line);padding:.25rem 1rem;margin-block:1.5rem}.summary h2{margin-block:.6rem .2rem}
.contents ol,.items,.footnotes ol{list-style:none;padding:0}.contents .level-2{padding-inline-start:1.5rem}.contents .level-3{padding-inline-start:3rem}.items{padding-inline-start:2.5rem;margin-block:.4rem}.items li{margin-block:.3rem}
.numbered>.number{display:inline-block;min-inline-size:2.2rem}.footnotes{border-block-start:1px solid var(--line);margin-block-start:2.5rem;font-size:.875rem}.footnotes .number{vertical-align:super;font-size:.75em}sup{line-height:0}.footnote-mark{text-decoration:none}
.exhibit{margin:1.5rem 0}figcaption,caption{font-weight:600;text-align:start;padding-block-end:.4rem}.exhibit .label{display:block;font-weight:400}.exhibit .note{font-size:.8125rem;color:var(--soft)}.scroll{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%;font-size:.875rem;font-variant-numeric:lining-nums tabular-nums}th,td{padding:.3rem .5rem;text-align:end;vertical-align:top;border-block-end:1px solid var(--line)}th:first-child{text-align:start}thead th{vertical-align:bottom;border-block-end:1px solid}tbody th{font-weight:400}.sum :is(th,td){font-weight:700}
.annex :is(th,td){text-align:start}.annex td:last-child{white-space:nowrap}.chart{display:block;inline-size:100%;max-inline-size:24rem;block-size:auto;margin-block:.5rem 1rem}.chart .small{font-size:.89em;fill:var(--soft)}
mark{color:inherit;background:none;padding:0}.mark-held{border-block-end:2px dashed}.mark-held::after{content:" ⏸\\fe0e"}.mark-typed{border-block-end:2px dotted}.mark-typed::after{content:" ✎\\fe0e"}.mark-false{border:2px solid;padding-inline:.15em}.mark-false::after{content:" ✗"}
.away{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.colophon{border-block-start:1px solid var(--line);margin-block-start:2rem;font-size:.8125rem;color:var(--soft)}`;

/**
 * For print: black on white, with the symbol and the page number on each page, and the header of a
 * table repeated on each page that it takes.
 */
const printStyles = ({
  locale,
  head: { symbol },
  labels: { draft },
}: FinishedNote) => `@page{size:A4;margin:22mm 20mm 20mm;@top-${directionOf(locale) === 'rtl' ? 'right' : 'left'}{content:${cssString(symbol)};font:8pt ${fontFamilies};color:#333}${
  draft
    ? `@top-${directionOf(locale) === 'rtl' ? 'left' : 'right'}{content:${cssString(draft)};font:bold 8pt ${fontFamilies};color:#333}`
    : ''
}@bottom-center{content:counter(page) " / " counter(pages);direction:ltr;font:8pt ${fontFamilies};color:#333}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--line:#999;--paper:#fff;--accent:#000}body{font-size:10pt}.note-document{max-inline-size:none;padding:0}a{color:inherit;text-decoration:none}a.opens,a.reference{text-decoration:none}
h1,h2,h3,h4,caption,figcaption{break-after:avoid}p,li{orphans:2;widows:2}.scroll{overflow:visible}thead{display:table-header-group}tr,.chart,.summary{break-inside:avoid}figcaption{break-inside:avoid}.chart{max-inline-size:100mm;print-color-adjust:exact;-webkit-print-color-adjust:exact}th,td{padding-block:.12rem;line-height:1.4}figure,.together{break-inside:avoid}table{font-size:8.5pt}.annex{break-before:page}.annex table{font-size:7.5pt}.contents{break-after:page}[role=doc-backlink]{display:none}}`;

export const noteStyles = (note: FinishedNote): string => `${screenStyles}\n${printStyles(note)}`;

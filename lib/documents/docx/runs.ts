import 'server-only';
import { FootnoteReferenceRun, TextRun, type XmlComponent } from 'docx';
import type { Run, Runs } from '#lib/documents/model/document';
import { bookmarkName, controlTag, type ReferenceTarget } from '#lib/documents/docx/bookmarks';
import { element } from '#lib/documents/docx/xml-component';
import type { DocxContext } from '#lib/documents/docx/docx-context';
import { withoutForbidden } from '#lib/documents/docx/xml';

/** Symbols and other words in Latin letters, which read from left to right within Arabic. */
const latinText = /([A-Za-z\u00c0-\u024f](?:[./:&+\u2019'\- ]*[\w\u00c0-\u024f])*)/u;
const markStyles = { held: 'HeldNumber', typed: 'TypedNumber', false: 'FalseClaim' } as const;

/** Renders a text as runs in the style of its paragraph or in one character style. */
export function textRuns({ language }: DocxContext, text: string, style?: string): XmlComponent[] {
  const lines = withoutForbidden(text).split('\n');
  const run = (part: string, rightToLeft: boolean, breaks: number) =>
    new TextRun({
      text: part,
      style,
      ...(rightToLeft ? { rightToLeft } : {}),
      ...(breaks > 0 ? { break: breaks } : {}),
    });
  return lines.flatMap((line, index) => {
    const breaks = index === 0 ? 0 : 1;
    if (!language.rightToLeft) return line === '' && breaks === 0 ? [] : [run(line, false, breaks)];
    const pieces = line
      .split(latinText)
      .map((piece, at) => ({ piece, rightToLeft: at % 2 === 0 }))
      .filter(({ piece }) => piece !== '');
    return pieces.map(({ piece, rightToLeft }, at) =>
      run(piece, rightToLeft, at === 0 ? breaks : 0),
    );
  });
}

const fieldRun = (style: string | undefined, ...children: readonly XmlComponent[]) =>
  element(
    'w:r',
    {},
    ...(style === undefined ? [] : [element('w:rPr', {}, element('w:rStyle', { 'w:val': style }))]),
    ...children,
  );

/** A field with the result that it shows until Word updates it. */
export const fieldRuns = (
  instruction: string,
  result: readonly XmlComponent[],
  style?: string,
): XmlComponent[] => [
  fieldRun(style, element('w:fldChar', { 'w:fldCharType': 'begin' })),
  fieldRun(style, element('w:instrText', { 'xml:space': 'preserve' }, ` ${instruction} `)),
  fieldRun(style, element('w:fldChar', { 'w:fldCharType': 'separate' })),
  ...result,
  fieldRun(style, element('w:fldChar', { 'w:fldCharType': 'end' })),
];

export function bookmarked(
  context: DocxContext,
  name: string,
  children: readonly XmlComponent[],
): XmlComponent[] {
  const id = context.nextId();
  return [
    element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
    ...children,
    element('w:bookmarkEnd', { 'w:id': id }),
  ];
}

/** A content control without a frame, whose tag identifies the bound number in it. */
const contentControl = (
  context: DocxContext,
  tag: string,
  children: readonly XmlComponent[],
): XmlComponent =>
  element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element('w:alias', { 'w:val': controlTag(tag) }),
      element('w:tag', { 'w:val': controlTag(tag) }),
      element('w:id', { 'w:val': context.nextId() }),
      element('w15:appearance', { 'w15:val': 'hidden' }),
    ),
    element('w:sdtContent', {}, ...children),
  );

const endsWithTarget = (text: string, target: ReferenceTarget) =>
  text === target.text ||
  (text.endsWith(target.text) &&
    /[^\p{L}\p{N}]$|\p{Script=Han}$/u.test(text.slice(0, -target.text.length)));

/** Renders a cross-reference as a field that repeats the label or number; else as a link. */
function renderReference(
  context: DocxContext,
  key: string,
  text: string,
  style?: string,
): XmlComponent[] {
  const targets = context.referenceTargets.get(key);
  if (!targets) return textRuns(context, text, style);
  const target =
    targets.find((each) => text === each.text) ??
    targets.find((each) => endsWithTarget(text, each));
  if (!target)
    return [
      element(
        'w:hyperlink',
        { 'w:anchor': targets[0]?.bookmark, 'w:history': 1 },
        ...textRuns(context, text, style),
      ),
    ];
  const before = text.slice(0, text.length - target.text.length);
  return [
    ...textRuns(context, before, style),
    ...fieldRuns(
      `REF ${target.bookmark} ${target.automatic ? '\\n ' : ''}\\h`,
      textRuns(context, target.text, style),
      style,
    ),
  ];
}

/**
 * Renders the mark of a footnote. A second mark of the same footnote is a field that repeats the
 * number, since Word numbers every mark anew.
 */
function footnoteMark(context: DocxContext, number: number): XmlComponent[] {
  const name = bookmarkName(String(number), 'note');
  if (context.markedFootnotes.has(number))
    return fieldRuns(
      `NOTEREF ${name} \\f \\h`,
      textRuns(context, String(number), 'FootnoteReference'),
      'FootnoteReference',
    );
  context.markedFootnotes.add(number);
  return bookmarked(context, name, [new FootnoteReferenceRun(number)]);
}

function renderRun(context: DocxContext, run: Run, defaultStyle?: string): XmlComponent[] {
  if (run.footnote !== undefined) return footnoteMark(context, run.footnote);
  const mark =
    context.note.labels.draft !== null && run.mark !== undefined && run.mark !== 'citation'
      ? markStyles[run.mark]
      : undefined;
  const style = mark ?? defaultStyle;
  const content =
    run.reference === undefined
      ? textRuns(context, run.text, style)
      : renderReference(context, run.reference, run.text, style);
  return run.value === undefined ? content : [contentControl(context, run.value, content)];
}

/** Renders runs of the note as runs of Word. */
export const renderRuns = (context: DocxContext, runs: Runs, style?: string): XmlComponent[] =>
  runs.flatMap((run) => renderRun(context, run, style));

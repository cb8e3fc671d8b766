import 'server-only';
import { FootnoteReferenceRun, TextRun, type XmlComponent } from 'docx';
import type { Run, Runs } from '#lib/documents/model/document';
import { bookmarkOf, tagOf, type Target } from '#lib/documents/docx/bookmarks';
import { element } from '#lib/documents/docx/element';
import type { Setting } from '#lib/documents/docx/setting';
import { possible } from '#lib/documents/docx/xml';

/** Symbols and other words in Latin letters: among Arabic they are read from left to right. */
const latin = /[A-Za-z\u00c0-\u024f](?:[\w\u00c0-\u024f./:&+\u2019'\- ]*[\w\u00c0-\u024f])?/gu;
const marks = { held: 'HeldNumber', typed: 'TypedNumber', false: 'FalseClaim' } as const;

/** A text as runs, all set by the style of their paragraph or by one character style. */
export function plain({ language }: Setting, text: string, style?: string): XmlComponent[] {
  const lines = possible(text).split('\n');
  const run = (part: string, rightToLeft: boolean, breaks: number) =>
    new TextRun({
      text: part,
      style,
      ...(rightToLeft ? { rightToLeft } : {}),
      ...(breaks > 0 ? { break: breaks } : {}),
    });
  return lines.flatMap((line, n) => {
    const breaks = n === 0 ? 0 : 1;
    if (!language.rightToLeft) return line === '' && breaks === 0 ? [] : [run(line, false, breaks)];
    const pieces = line
      .split(new RegExp(`(${latin.source})`, 'u'))
      .map((piece, at) => ({ piece, rightToLeft: at % 2 === 0 }))
      .filter(({ piece }) => piece !== '');
    return pieces.map(({ piece, rightToLeft }, at) =>
      run(piece, rightToLeft, at === 0 ? breaks : 0),
    );
  });
}

const sign = (style: string | undefined, ...children: readonly XmlComponent[]) =>
  element(
    'w:r',
    {},
    ...(style === undefined ? [] : [element('w:rPr', {}, element('w:rStyle', { 'w:val': style }))]),
    ...children,
  );

/** A field with the text that it shows until somebody has it counted anew. */
export const field = (
  instruction: string,
  shown: readonly XmlComponent[],
  style?: string,
): XmlComponent[] => [
  sign(style, element('w:fldChar', { 'w:fldCharType': 'begin' })),
  sign(style, element('w:instrText', { 'xml:space': 'preserve' }, ` ${instruction} `)),
  sign(style, element('w:fldChar', { 'w:fldCharType': 'separate' })),
  ...shown,
  sign(style, element('w:fldChar', { 'w:fldCharType': 'end' })),
];

export function bookmarked(
  setting: Setting,
  name: string,
  children: readonly XmlComponent[],
): XmlComponent[] {
  const id = setting.next();
  return [
    element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
    ...children,
    element('w:bookmarkEnd', { 'w:id': id }),
  ];
}

/**
 * A bound number in a content control without a frame: its tag says which it is, whatever is
 * written around it.
 */
export const control = (
  setting: Setting,
  tag: string,
  children: readonly XmlComponent[],
): XmlComponent =>
  element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element('w:alias', { 'w:val': tagOf(tag) }),
      element('w:tag', { 'w:val': tagOf(tag) }),
      element('w:id', { 'w:val': setting.next() }),
      element('w15:appearance', { 'w15:val': 'hidden' }),
    ),
    element('w:sdtContent', {}, ...children),
  );

const repeats = (text: string, target: Target) =>
  text === target.text ||
  (text.endsWith(target.text) &&
    /[^\p{L}\p{N}]$|\p{Script=Han}$/u.test(text.slice(0, -target.text.length)));

/** A field that repeats a label or number where the text is just that; else a link to the place. */
function reference(setting: Setting, key: string, text: string, style?: string): XmlComponent[] {
  const targets = setting.targets.get(key);
  if (!targets) return plain(setting, text, style);
  const target =
    targets.find((each) => text === each.text) ?? targets.find((each) => repeats(text, each));
  if (!target)
    return [
      element(
        'w:hyperlink',
        { 'w:anchor': targets[0]?.bookmark, 'w:history': 1 },
        ...plain(setting, text, style),
      ),
    ];
  const before = text.slice(0, text.length - target.text.length);
  return [
    ...plain(setting, before, style),
    ...field(
      `REF ${target.bookmark} ${target.automatic ? '\\n ' : ''}\\h`,
      plain(setting, target.text, style),
      style,
    ),
  ];
}

/**
 * The mark of a footnote; called again it repeats its number, as Word gives each mark of its own
 * the next one.
 */
function footnoteMark(setting: Setting, number: number): XmlComponent[] {
  const name = bookmarkOf(String(number), 'note');
  if (setting.called.has(number))
    return field(
      `NOTEREF ${name} \\f \\h`,
      plain(setting, String(number), 'FootnoteReference'),
      'FootnoteReference',
    );
  setting.called.add(number);
  return bookmarked(setting, name, [new FootnoteReferenceRun(number)]);
}

function wordsOf(setting: Setting, run: Run, given?: string): XmlComponent[] {
  if (run.footnote !== undefined) return footnoteMark(setting, run.footnote);
  const mark =
    setting.note.words.draft !== null && run.mark !== undefined && run.mark !== 'citation'
      ? marks[run.mark]
      : undefined;
  const style = mark ?? given;
  const inner =
    run.reference === undefined
      ? plain(setting, run.text, style)
      : reference(setting, run.reference, run.text, style);
  return run.value === undefined ? inner : [control(setting, run.value, inner)];
}

/** Runs of the note as runs of Word. */
export const words = (setting: Setting, runs: Runs, style?: string): XmlComponent[] =>
  runs.flatMap((run) => wordsOf(setting, run, style));

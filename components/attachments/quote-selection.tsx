'use client';
import { useEffect, useState } from 'react';
import { fieldsHold, fillFields, type Quoted } from '#components/attachments/quoted-fields';

/**
 * How long a selection stays as it is before it is taken, in milliseconds: by keyboard it grows
 * word by word.
 */
const settled = 400;
const shortest = 2;

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** The part of a range that lies within one passage. */
function within(range: Range, passage: Element): string {
  const part = document.createRange();
  part.selectNodeContents(passage);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset);
  return folded(part.toString());
}

const quotedFrom = (
  passages: readonly HTMLElement[],
  texts: readonly string[],
): Quoted | undefined => {
  const first = passages.find((_, i) => texts[i] !== '');
  const quote = texts.filter(Boolean).join('\n');
  return first && quote.length >= shortest
    ? { quote, page: first.dataset.page ?? '', paragraph: first.dataset.paragraph ?? '' }
    : undefined;
};

/** What is selected in the source's text, and nothing of what stands around it. */
function selected(root: HTMLElement): { quoted: Quoted; range: Range } | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const passages = [...root.querySelectorAll<HTMLElement>('[data-passage]')].filter(
    (passage) => range.intersectsNode(passage) && passage.offsetParent !== null,
  );
  const quoted = quotedFrom(
    passages,
    passages.map((passage) => within(range, passage)),
  );
  return quoted && { quoted, range: range.cloneRange() };
}

/** The words stay marked after the selection has gone, where the browser can do that. */
function highlight(range: Range | undefined) {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set('quoted', new Highlight(range));
  else CSS.highlights.delete('quoted');
}

/**
 * Takes a passage that is selected, by mouse or by keyboard, into the form; and says so, with a way
 * back.
 */
export function QuoteSelection({ taken, undo }: Readonly<{ taken: string; undo: string }>) {
  const [before, setBefore] = useState<Quoted | undefined>();

  useEffect(() => {
    const root = document.getElementById('source-text');
    if (!root) return undefined;
    let pressed = false;
    let timer = 0;
    const take = (quoted: Quoted, range?: Range) => {
      const held = fieldsHold();
      if (!held || JSON.stringify(held) === JSON.stringify(quoted)) return;
      fillFields(quoted);
      highlight(range);
      setBefore(held);
    };
    const changed = () => {
      window.clearTimeout(timer);
      if (pressed) return;
      timer = window.setTimeout(() => {
        const found = selected(root);
        if (found) take(found.quoted, found.range);
      }, settled);
    };
    const down = () => {
      pressed = true;
    };
    const up = () => {
      pressed = false;
      changed();
    };
    const clicked = (event: MouseEvent) => {
      const button =
        event.target instanceof Element ? event.target.closest('button[form="need-form"]') : null;
      const passage = button?.closest('.passage')?.querySelector<HTMLElement>('[data-passage]');
      if (!passage) return;
      event.preventDefault();
      const quoted = quotedFrom([passage], [folded(passage.textContent ?? '')]);
      const range = document.createRange();
      range.selectNodeContents(passage);
      if (quoted) take(quoted, range);
    };
    document.addEventListener('selectionchange', changed);
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', up);
    root.addEventListener('click', clicked);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', changed);
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', up);
      root.removeEventListener('click', clicked);
    };
  }, []);

  const back = () => {
    if (before) fillFields(before);
    highlight(undefined);
    setBefore(undefined);
  };
  return (
    <p className="taken">
      <span role="status">{before ? taken : ''}</span>
      {before ? (
        <>
          {' '}
          <button type="button" className="as-link" onClick={back}>
            {undo}
          </button>
        </>
      ) : null}
    </p>
  );
}

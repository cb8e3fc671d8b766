'use client';
import { useEffect, useRef, useState } from 'react';
import { fieldValues, fillFields, type Quoted } from '#components/attachments/quoted-fields';

/** Milliseconds before a selection is taken: by keyboard it grows word by word. */
const settlingTime = 400;
const shortestQuote = 2;

const singleSpaced = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Returns the text of a range within one passage. */
function textWithin(range: Range, passage: Element): string {
  const part = document.createRange();
  part.selectNodeContents(passage);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset);
  return singleSpaced(part.toString());
}

const quotedFrom = (
  passages: readonly HTMLElement[],
  texts: readonly string[],
): Quoted | undefined => {
  const first = passages.find((_, i) => texts[i] !== '');
  const quote = texts.filter(Boolean).join('\n');
  return first && quote.length >= shortestQuote
    ? { quote, page: first.dataset.page ?? '', paragraph: first.dataset.paragraph ?? '' }
    : undefined;
};

/** Returns what is selected in the text of the source, and nothing around it. */
function selectionIn(root: HTMLElement): { quoted: Quoted; range: Range } | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const passages = [...root.querySelectorAll<HTMLElement>('[data-passage]')].filter(
    (passage) => range.intersectsNode(passage) && passage.offsetParent !== null,
  );
  const quoted = quotedFrom(
    passages,
    passages.map((passage) => textWithin(range, passage)),
  );
  return quoted && { quoted, range: range.cloneRange() };
}

/** Keeps the words marked after the selection is gone, in browsers that can. */
function highlight(range: Range | undefined) {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set('quoted', new Highlight(range));
  else CSS.highlights.delete('quoted');
}

type Take = (quoted: Quoted, range?: Range) => void;

/** Whether two ranges have the same ends. */
const isSameRange = (one: Range, other: Range) =>
  one.startContainer === other.startContainer &&
  one.startOffset === other.startOffset &&
  one.endContainer === other.endContainer &&
  one.endOffset === other.endOffset;

/**
 * Takes what is selected with the mouse or the keyboard, once the selection has settled, and each
 * selection once: pressing a button beside it changes nothing. `forget` says that the present
 * selection is done with, because a passage was quoted by its button or a quote was undone.
 */
function listenToSelection(root: HTMLElement, take: Take) {
  let isPressed = false;
  let handled: Range | undefined;
  let timer = 0;
  const settle = () => {
    const found = selectionIn(root);
    if (!found || (handled && isSameRange(handled, found.range))) return;
    handled = found.range;
    take(found.quoted, found.range);
  };
  const onChange = () => {
    window.clearTimeout(timer);
    // Whoever selects the same words again has let go of them first.
    if (document.getSelection()?.isCollapsed) handled = undefined;
    if (!isPressed) timer = window.setTimeout(settle, settlingTime);
  };
  const onDown = () => {
    isPressed = true;
    window.clearTimeout(timer);
  };
  const onUp = () => {
    isPressed = false;
    onChange();
  };
  document.addEventListener('selectionchange', onChange);
  document.addEventListener('pointerdown', onDown);
  document.addEventListener('pointerup', onUp);
  document.addEventListener('pointercancel', onUp);
  return {
    forget: () => {
      window.clearTimeout(timer);
      handled = selectionIn(root)?.range;
    },
    stop: () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', onChange);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', onUp);
    },
  };
}

/** Takes a whole passage by its button. */
function listenToButtons(root: HTMLElement, take: Take) {
  const onClick = (event: MouseEvent) => {
    const button =
      event.target instanceof Element ? event.target.closest('button[form="need-form"]') : null;
    const passage = button?.closest('.passage')?.querySelector<HTMLElement>('[data-passage]');
    if (!passage) return;
    event.preventDefault();
    const quoted = quotedFrom([passage], [singleSpaced(passage.textContent ?? '')]);
    const range = document.createRange();
    range.selectNodeContents(passage);
    if (quoted) take(quoted, range);
  };
  root.addEventListener('click', onClick);
  return () => root.removeEventListener('click', onClick);
}

/** Quotes a passage in the form when it is selected or its button is pressed; can be undone. */
export function QuoteSelection({ taken, undo }: Readonly<{ taken: string; undo: string }>) {
  const [before, setBefore] = useState<Quoted | undefined>();
  const forgetSelection = useRef(() => {});

  useEffect(() => {
    const root = document.getElementById('source-text');
    if (!root) return undefined;
    const take: Take = (quoted, range) => {
      const current = fieldValues();
      if (!current || JSON.stringify(current) === JSON.stringify(quoted)) return;
      fillFields(quoted);
      highlight(range);
      setBefore(current);
    };
    const selection = listenToSelection(root, take);
    forgetSelection.current = selection.forget;
    const stopButtons = listenToButtons(root, (quoted, range) => {
      selection.forget();
      take(quoted, range);
    });
    return () => {
      selection.stop();
      stopButtons();
    };
  }, []);

  const restore = () => {
    forgetSelection.current();
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
          <button type="button" className="as-link" onClick={restore}>
            {undo}
          </button>
        </>
      ) : null}
    </p>
  );
}

'use client';
import { useEffect } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const isVisible = (box: HTMLInputElement) => box.offsetParent !== null;

/** The checkboxes of a form by their names, in their order. */
function groupsOf(form: HTMLFormElement): Map<string, HTMLInputElement[]> {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('.options input[type=checkbox]')];
  return Map.groupBy(boxes, ({ name }) => name);
}

/** Lets the Tab key stop once in each group: at the focus, or the first ticked box, or the first. */
function setStops(form: HTMLFormElement) {
  for (const boxes of groupsOf(form).values()) {
    const shown = boxes.filter(isVisible);
    const stop =
      shown.find((box) => box === document.activeElement) ??
      shown.find(({ checked }) => checked) ??
      shown[0];
    for (const box of boxes) box.tabIndex = box === stop ? 0 : -1;
  }
}

/** The box that a key leads to from another; undefined where the key means nothing here. */
function boxAfter(form: HTMLFormElement, from: HTMLInputElement, key: string) {
  const shown = (groupsOf(form).get(from.name) ?? []).filter(isVisible);
  if (!shown.includes(from)) return undefined;
  if (key === 'Home') return shown[0];
  if (key === 'End') return shown.at(-1);
  const step = steps[key];
  return step === undefined ? undefined : shown[shown.indexOf(from) + step];
}

/**
 * Makes each list of checkboxes one stop of the Tab key, as a group of radio buttons is: the arrow
 * keys move within it. Without scripts every box is a stop.
 */
export function useArrowKeys(formId: string) {
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return undefined;
    const refresh = () => setStops(form);
    const onKey = (event: KeyboardEvent) => {
      const { target, key, altKey, ctrlKey, metaKey } = event;
      if (altKey || ctrlKey || metaKey) return;
      if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
      const next = boxAfter(form, target, key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    refresh();
    form.addEventListener('keydown', onKey);
    // What is chosen decides what is in sight; a folded part may open.
    const events = ['focusin', 'change', 'input'] as const;
    for (const event of events) form.addEventListener(event, refresh);
    form.addEventListener('toggle', refresh, true);
    return () => {
      form.removeEventListener('keydown', onKey);
      for (const event of events) form.removeEventListener(event, refresh);
      form.removeEventListener('toggle', refresh, true);
    };
  }, [formId]);
}

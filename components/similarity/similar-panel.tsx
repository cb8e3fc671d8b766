'use client';
import { useEffect, useState } from 'react';
import { SimilarNeeds, SameNeedsWarning } from '#components/similarity/similar-needs';
import type { SimilarView, SimilarTexts } from '#components/similarity/similar-view';

export type SimilarPanelProps = Readonly<{
  /** The address that finds needs like a text. */
  address: string;
  /** The longest text that is looked up, in characters. */
  longest: number;
  /** The needs like the saved text; null if there is none. */
  similar: SimilarView | null;
  texts: SimilarTexts;
}>;

/**
 * Milliseconds before a lookup, also after the field is left: a result must not move a button from
 * under the pointer that is about to press it.
 */
const pause = 1000;

type Controls = Readonly<{
  text: HTMLTextAreaElement;
  language: HTMLElement | null;
  longest: number;
}>;

const parametersOf = ({ text, language, longest }: Controls): string =>
  new URLSearchParams({
    text: text.value.trim().slice(0, longest),
    language: language instanceof HTMLSelectElement ? language.value : '',
  }).toString();

/** Calls back a moment after one of the controls changes or is left. */
function listen({ text, language }: Controls, onChange: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, pause);
  };
  const events = ['input', 'focusout', 'change'] as const;
  for (const event of events)
    for (const control of [text, language]) control?.addEventListener(event, changeSoon);
  return () => {
    clearTimeout(timer);
    for (const event of events)
      for (const control of [text, language]) control?.removeEventListener(event, changeSoon);
  };
}

/** Looks up needs like the typed text. A lookup that fails leaves the last result. */
function lookUp(address: string, controls: Controls, onFound: (found: SimilarView) => void) {
  let known = parametersOf(controls);
  let request = new AbortController();
  const find = async () => {
    const parameters = parametersOf(controls);
    if (parameters === known || !navigator.onLine) return;
    request.abort();
    request = new AbortController();
    try {
      const response = await fetch(`${address}&${parameters}`, {
        headers: { accept: 'application/json' },
        signal: request.signal,
      });
      if (!response.ok) return;
      onFound((await response.json()) as SimilarView);
      known = parameters;
    } catch {
      // The lookup only helps: without a connection the last result stays.
    }
  };
  const stopListening = listen(controls, () => void find());
  return () => {
    stopListening();
    request.abort();
  };
}

/** The needs like the text in the form: at first like the saved one, with scripts as it is typed. */
export function SimilarPanel({ address, longest, similar: saved, texts }: SimilarPanelProps) {
  const [similar, setSimilar] = useState(saved);
  const [wasLookedUp, setWasLookedUp] = useState(false);

  useEffect(() => {
    const text = document.getElementById('text');
    const language = document.getElementById('language');
    if (!(text instanceof HTMLTextAreaElement)) return undefined;
    return lookUp(address, { text, language, longest }, (found) => {
      setSimilar(found);
      setWasLookedUp(true);
    });
  }, [address, longest]);

  return (
    <div className="field alike-panel">
      <div role="status">
        {wasLookedUp && similar ? <SameNeedsWarning similar={similar} texts={texts} /> : null}
      </div>
      {similar ? <SimilarNeeds similar={similar} texts={texts} /> : null}
    </div>
  );
}

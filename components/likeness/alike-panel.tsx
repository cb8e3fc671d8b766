'use client';
import { useEffect, useState } from 'react';
import { AlikeNeeds, SameNeeds } from '#components/likeness/alike-needs';
import type { AlikeShown, AlikeTexts } from '#components/likeness/alike-shown';

export type AlikePanelProps = Readonly<{
  /** Where what has been typed is asked about. */
  address: string;
  /** Of so many characters. */
  longest: number;
  /** What reads like the text that was saved; null where there is none. */
  shown: AlikeShown | null;
  texts: AlikeTexts;
}>;

/**
 * After leaving the field too: what comes in must not move a button from under the pointer that is
 * about to press it.
 */
const pause = 1000;

/**
 * What reads like the text of the form: at first the saved one, with scripts whatever has been
 * typed. It fills in nothing.
 */
export function AlikePanel({ address, longest, shown: first, texts }: AlikePanelProps) {
  const [shown, setShown] = useState(first);
  const [asked, setAsked] = useState(false);

  useEffect(() => {
    const field = document.getElementById('text');
    const language = document.getElementById('language');
    if (!(field instanceof HTMLTextAreaElement)) return undefined;
    const typed = () =>
      new URLSearchParams({
        text: field.value.trim().slice(0, longest),
        language: language instanceof HTMLSelectElement ? language.value : '',
      }).toString();
    let known = typed();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();

    async function ask() {
      const question = typed();
      if (question === known || !navigator.onLine) return;
      asking.abort();
      asking = new AbortController();
      try {
        const response = await fetch(`${address}&${question}`, {
          headers: { accept: 'application/json' },
          signal: asking.signal,
        });
        if (!response.ok) return;
        setShown((await response.json()) as AlikeShown);
        setAsked(true);
        known = question;
      } catch {
        // It is a help and no more: without a connection what was shown stays.
      }
    }
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), pause);
    };
    const events = ['input', 'focusout', 'change'] as const;
    for (const event of events)
      for (const each of [field, language]) each?.addEventListener(event, soon);
    return () => {
      clearTimeout(timer);
      asking.abort();
      for (const event of events)
        for (const each of [field, language]) each?.removeEventListener(event, soon);
    };
  }, [address, longest]);

  return (
    <div className="field alike-panel">
      <div role="status">{asked && shown ? <SameNeeds shown={shown} texts={texts} /> : null}</div>
      {shown ? <AlikeNeeds shown={shown} texts={texts} /> : null}
    </div>
  );
}

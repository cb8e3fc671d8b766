'use client';
import { useEffect, useRef, useState } from 'react';

type Kept = Readonly<{ where: 'server' | 'device'; at: string }>;
type Options = Readonly<{
  formId: string;
  action?: string;
  key?: string;
  restores?: boolean;
  locale: string;
}>;

/**
 * How long nobody must have typed before what was typed is kept, and how long until it is tried
 * again, in milliseconds.
 */
const pause = 1200;
const retry = 8000;
/** Browsers send no more than this after a page has gone. */
const mostKeptAlive = 60_000;

const clock = (locale: string) =>
  new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(),
  );

// A browser may refuse to store anything; then the server alone keeps it.
const device = {
  put: (key: string, body: string) => {
    try {
      localStorage.setItem(key, body);
    } catch {
      /* see above */
    }
  },
  get: (key: string) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  drop: (key: string, body?: string) => {
    try {
      if (body === undefined || localStorage.getItem(key) === body) localStorage.removeItem(key);
    } catch {
      /* see above */
    }
  },
};

/**
 * Keeps what is typed into a form: on this device at once, on the server a moment later. What the
 * device still holds when the
 * page is opened again goes to the server first, which then shows it. `sent` numbers what this form
 * has sent: a save that
 * follows carries it along, so that nothing older comes after it.
 */
export function useAutosave({ formId, action, key = '', restores = false, locale }: Options) {
  const [kept, setKept] = useState<Kept | null>(null);
  const sent = useRef(0);
  const saving = useRef(false);
  const saved = useRef(false);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!action || !(form instanceof HTMLFormElement)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting = false;

    const deliver = (body: string) =>
      fetch(action, {
        method: 'POST',
        body: new URLSearchParams(body),
        headers: { accept: 'application/json' },
        keepalive: body.length < mostKeptAlive,
      }).then(
        ({ ok }) => ok,
        () => false,
      );
    const later = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), milliseconds);
    };
    const typed = () =>
      new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const note = () => {
      const body = typed();
      body.set('sent', String(sent.current + 1));
      device.put(key, String(body));
      return String(body);
    };
    const keep = async () => {
      if (saving.current || saved.current) return;
      waiting = false;
      const body = note();
      sent.current += 1;
      if (await deliver(body)) {
        device.drop(key, body);
        setKept({ where: 'server', at: clock(locale) });
      } else {
        waiting = true;
        setKept({ where: 'device', at: clock(locale) });
        later(retry);
      }
    };
    const onInput = () => {
      if (saved.current) return;
      waiting = true;
      note();
      later(pause);
    };
    const now = () => {
      if (waiting) void keep();
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden') now();
    };

    const left = restores ? device.get(key) : null;
    if (left)
      void deliver(left).then((ok) => {
        if (ok) {
          device.drop(key, left);
          location.reload();
        }
      });
    form.addEventListener('input', onInput);
    window.addEventListener('online', now);
    window.addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', onInput);
      window.removeEventListener('online', now);
      window.removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [action, formId, key, restores, locale]);

  return {
    kept,
    /** Before a save: no autosave begins any more, and the number that the save carries. */
    hold: () => {
      saving.current = true;
      sent.current += 1;
      return String(sent.current);
    },
    /** After a save that failed. */
    resume: () => {
      saving.current = false;
    },
    /** After a save that was done: the page that is left has nothing to keep any more. */
    forget: () => {
      saved.current = true;
      device.drop(key);
    },
  };
}

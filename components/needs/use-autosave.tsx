'use client';
import { useEffect, useRef, useState } from 'react';

/** Where the last autosave is stored, and the time of day. */
export type Autosaved = Readonly<{ where: 'server' | 'device'; at: string }>;
type Options = Readonly<{
  formId: string;
  action?: string;
  /** The key of the form in the storage of the device. */
  key?: string;
  restores?: boolean;
  locale: string;
}>;
type Target = Readonly<{ action: string; key: string; locale: string }>;
type SaveState = {
  /** Numbers what the form has sent; an explicit save carries it, so that nothing older follows. */
  sent: number;
  isSaving: boolean;
  isSaved: boolean;
};

/** Milliseconds without typing before an autosave. */
const pause = 1200;
/** Milliseconds before a failed autosave is tried again. */
const retry = 8000;
/** The longest body that browsers still send after the page is left, in characters. */
const longestKeepAlive = 60_000;

const timeOfDay = (locale: string) =>
  new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(),
  );

// A browser may refuse to store anything; then only the server does.
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

/** Sends an autosave to the server and returns whether it was stored. */
const deliver = (action: string, body: string): Promise<boolean> =>
  fetch(action, {
    method: 'POST',
    body: new URLSearchParams(body),
    headers: { accept: 'application/json' },
    keepalive: body.length < longestKeepAlive,
  }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Stores what is typed on the device, under the number that it will be sent with. */
function storeOnDevice(form: HTMLFormElement, key: string, sent: number): string {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams(fields);
  body.set('sent', String(sent));
  device.put(key, String(body));
  return String(body);
}

/** Sends what the device still holds to the server, and reloads the page to show it. */
async function restore({ action, key }: Target) {
  const stored = device.get(key);
  if (!stored) return;
  if (!(await deliver(action, stored))) return;
  device.drop(key, stored);
  location.reload();
}

/** Calls back on typing, and when the page may be left or the connection returns. */
function listen(form: HTMLFormElement, onInput: () => void, onLeave: () => void) {
  const onHide = () => {
    if (document.visibilityState === 'hidden') onLeave();
  };
  form.addEventListener('input', onInput);
  window.addEventListener('online', onLeave);
  window.addEventListener('pagehide', onLeave);
  document.addEventListener('visibilitychange', onHide);
  return () => {
    form.removeEventListener('input', onInput);
    window.removeEventListener('online', onLeave);
    window.removeEventListener('pagehide', onLeave);
    document.removeEventListener('visibilitychange', onHide);
  };
}

/** Saves the form a moment after typing, and again until the server has stored it. */
function autosave(
  form: HTMLFormElement,
  { action, key, locale }: Target,
  state: SaveState,
  onSaved: (saved: Autosaved) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPending = false;

  const saveAfter = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  };
  const save = async () => {
    if (state.isSaving || state.isSaved) return;
    isPending = false;
    const body = storeOnDevice(form, key, state.sent + 1);
    state.sent += 1;
    if (await deliver(action, body)) {
      device.drop(key, body);
      onSaved({ where: 'server', at: timeOfDay(locale) });
    } else {
      isPending = true;
      onSaved({ where: 'device', at: timeOfDay(locale) });
      saveAfter(retry);
    }
  };
  const onInput = () => {
    if (state.isSaved) return;
    isPending = true;
    storeOnDevice(form, key, state.sent + 1);
    saveAfter(pause);
  };
  const savePending = () => {
    if (isPending) void save();
  };
  const stopListening = listen(form, onInput, savePending);
  return () => {
    clearTimeout(timer);
    stopListening();
  };
}

/**
 * Saves what is typed into a form: on this device at once, on the server a moment later. When the
 * page is opened again, what the device still holds goes to the server first, which then shows it.
 */
export function useAutosave({ formId, action, key = '', restores = false, locale }: Options) {
  const [saved, setSaved] = useState<Autosaved | null>(null);
  const state = useRef<SaveState>({ sent: 0, isSaving: false, isSaved: false });

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!action || !(form instanceof HTMLFormElement)) return undefined;
    const target = { action, key, locale };
    if (restores) void restore(target);
    return autosave(form, target, state.current, setSaved);
  }, [action, formId, key, restores, locale]);

  return {
    saved,
    /** Before an explicit save: stops autosaving and returns the number that the save carries. */
    hold: () => {
      state.current.isSaving = true;
      state.current.sent += 1;
      return String(state.current.sent);
    },
    /** After an explicit save that failed. */
    resume: () => {
      state.current.isSaving = false;
    },
    /** After an explicit save that succeeded: there is nothing to autosave any more. */
    forget: () => {
      state.current.isSaved = true;
      device.drop(key);
    },
  };
}

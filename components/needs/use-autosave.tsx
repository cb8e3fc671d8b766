'use client';
import { useEffect, useRef, useState } from 'react';

/** What became of what was typed, and the time of day. */
export type Autosaved = Readonly<{
  where: 'server' | 'device' | 'discarded';
  at: string;
  /** Where to choose between what two tabs typed for one field. */
  choose?: string;
}>;
/** The values of a form by the names of its fields. */
type FormValues = Readonly<Record<string, readonly string[]>>;
type Options = Readonly<{
  formId: string;
  action?: string;
  /** The key of the form in the storage of the device. */
  key?: string;
  restores?: boolean;
  locale: string;
  /** What is stored on the server of the fields in the form, as this page knows it. */
  stored?: FormValues;
  /** How often this opening of the form was sent before: a page may answer a form. */
  sent?: number;
}>;
type Target = Readonly<{ action: string; key: string; locale: string }>;
type SaveState = {
  /** Numbers what the form has sent; an explicit save carries it, so that nothing older follows. */
  sent: number;
  isSaving: boolean;
  isSaved: boolean;
  /** What the server holds of the form; what differs from it was changed here. */
  stored: FormValues;
};

/** Milliseconds without typing before an autosave. */
const pause = 1200;
/** Milliseconds before a failed autosave is tried again. */
const retry = 8000;
/** The longest body that browsers still send after the page is left, in characters. */
const longestKeepAlive = 60_000;

const timeOfDay = (locale: string) =>
  new Intl.DateTimeFormat(`${locale}-u-nu-latn`, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date());

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
  /** The names under which the openings of a form are stored. */
  names: (key: string): string[] => {
    try {
      return Object.keys(localStorage).filter((name) => name === key || name.startsWith(`${key} `));
    } catch {
      return [];
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

type Delivery = Readonly<{ kind: 'stored' | 'discarded' | 'unreachable'; choose?: string }>;

/** The part of an address behind which a choice between two tabs waits. */
const choiceMark = '#draft-choice';

async function readDelivery(response: Response): Promise<Delivery> {
  const answer = (await response.json().catch(() => ({}))) as { location?: string; why?: string };
  if (answer.why === 'discarded') return { kind: 'discarded' };
  if (!response.ok) return { kind: 'unreachable' };
  const { location = '' } = answer;
  return { kind: 'stored', ...(location.includes(choiceMark) ? { choose: location } : {}) };
}

/** Sends an autosave to the server and returns whether it was stored. */
const deliver = (action: string, body: string): Promise<Delivery> =>
  fetch(action, {
    method: 'POST',
    body: new URLSearchParams(body),
    headers: { accept: 'application/json' },
    keepalive: body.length < longestKeepAlive,
  }).then(readDelivery, () => ({ kind: 'unreachable' }));

/** The values of the fields that are autosaved, as they stand in the form. */
function valuesOf(form: HTMLFormElement, names: readonly string[]): FormValues {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, data.getAll(name).map(String)]));
}

const comparable = (values: readonly string[] = []) =>
  values
    .filter(Boolean)
    .map((value) => value.replace(/\r\n?/g, '\n'))
    .toSorted()
    .join('\u0000');

/** The stored values of the fields that were changed since, as the server reads them. */
function changedValues(form: HTMLFormElement, stored: FormValues): string {
  const values = valuesOf(form, Object.keys(stored));
  const changed = Object.entries(stored).filter(
    ([name, value]) =>
      form.elements.namedItem(name) !== null && comparable(value) !== comparable(values[name]),
  );
  return JSON.stringify(Object.fromEntries(changed));
}

/** The key of one opening of the form, so that two tabs do not overwrite each other's text. */
const keyOfSheet = (form: HTMLFormElement, key: string) =>
  `${key} ${String(new FormData(form).get('sheet') ?? '')}`;

/** Stores what is typed on the device, under the number that it will be sent with. */
function storeOnDevice(form: HTMLFormElement, key: string, state: SaveState): string {
  state.sent += 1;
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams(fields);
  body.set('sent', String(state.sent));
  body.set('was', changedValues(form, state.stored));
  device.put(keyOfSheet(form, key), String(body));
  return String(body);
}

/** Sends what the device still holds to the server, and reloads the page to show it. */
async function restore({ action, key }: Target) {
  let isRestored = false;
  for (const name of device.names(key)) {
    const stored = device.get(name);
    if (!stored) continue;
    const { kind } = await deliver(action, stored);
    if (kind === 'unreachable') continue;
    device.drop(name, stored);
    if (kind === 'stored') isRestored = true;
  }
  if (isRestored) location.reload();
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
  const settle = ({ kind, choose }: Delivery, body: string, sent: FormValues) => {
    const at = timeOfDay(locale);
    if (kind === 'unreachable') {
      isPending = true;
      onSaved({ where: 'device', at });
      saveAfter(retry);
      return;
    }
    device.drop(keyOfSheet(form, key), body);
    if (kind === 'stored') state.stored = sent;
    else state.isSaved = true;
    onSaved({ where: kind === 'stored' ? 'server' : 'discarded', at, choose });
  };
  const save = async () => {
    if (state.isSaving || state.isSaved) return;
    isPending = false;
    const body = storeOnDevice(form, key, state);
    const sent = valuesOf(form, Object.keys(state.stored));
    settle(await deliver(action, body), body, sent);
  };
  const onInput = () => {
    if (state.isSaved) return;
    isPending = true;
    storeOnDevice(form, key, state);
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
export function useAutosave({
  formId,
  action,
  key = '',
  restores = false,
  locale,
  stored = {},
  sent = 0,
}: Options) {
  const [saved, setSaved] = useState<Autosaved | null>(null);
  const state = useRef<SaveState>({ sent, isSaving: false, isSaved: false, stored });

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!action || !(form instanceof HTMLFormElement)) return undefined;
    const target = { action, key, locale };
    if (restores) void restore(target);
    return autosave(form, target, state.current, setSaved);
  }, [action, formId, key, restores, locale]);

  return {
    saved,
    /** Before an explicit save: stops autosaving and returns what the save carries besides. */
    hold: (form: HTMLFormElement) => {
      state.current.isSaving = true;
      state.current.sent += 1;
      const was = changedValues(form, state.current.stored);
      return { sent: String(state.current.sent), was };
    },
    /** After an explicit save that failed. */
    resume: () => {
      state.current.isSaving = false;
    },
    /** After an explicit save that succeeded: there is nothing to autosave any more. */
    forget: (form: HTMLFormElement) => {
      state.current.isSaved = true;
      device.drop(keyOfSheet(form, key));
    },
  };
}

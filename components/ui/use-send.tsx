'use client';
import { useState, type ReactNode } from 'react';
import type { ShownError } from '#components/ui/error-summary';

/** Sends the form as the browser would, when only a whole page can say what the answer was. */
function sendWhole(form: HTMLFormElement, submitter: HTMLButtonElement | null) {
  if (submitter?.name) {
    const chosen = Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value });
    form.append(chosen);
  }
  form.submit();
}

/**
 * The one way in which a form is sent with scripts: by fetch, so that a lost connection loses nothing. Faults come back to
 * be shown in place; an ended session, a conflict and all else are answered by a page, as without scripts.
 */
export function useSend(unreachable: string) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(form: HTMLFormElement, submitter: HTMLButtonElement | null): Promise<ShownError[]> {
    setSending(true);
    setProblem(null);
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    if (submitter?.name) body.append(submitter.name, submitter.value);
    try {
      const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
      if (response.ok) {
        const { location } = await response.json() as { location: string };
        window.location.assign(location);
        return [];
      }
      if (response.status === 422) {
        const { errors } = await response.json() as { errors: { field: string; message: string }[] };
        setSending(false);
        return errors.map(({ field, message }) => ({ field, text: message }));
      }
      sendWhole(form, submitter);
    } catch {
      setSending(false);
      setProblem(unreachable);
    }
    return [];
  }

  const notice: ReactNode = problem ? <div className="notice warn" role="alert"><p>{problem}</p></div> : null;
  return { send, sending, notice };
}

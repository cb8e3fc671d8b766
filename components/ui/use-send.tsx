'use client';
import { useState, type ReactNode } from 'react';
import type { ShownError } from '#components/ui/error-summary';

/** Sends the form as the browser would, when only a whole page can say what the answer was. */
function sendWhole(form: HTMLFormElement, more: readonly (readonly [string, string])[]) {
  for (const [name, value] of more)
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  form.submit();
}

/**
 * The one way in which a form is sent with scripts: by fetch, so that a lost connection loses
 * nothing. Faults come back to
 * be shown in place; an ended session, a conflict and all else are answered by a page, as without
 * scripts.
 */
export function useSend(unreachable: string) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** `onSent` runs when it has been stored, before the next page comes. */
  async function send(
    form: HTMLFormElement,
    submitter: HTMLButtonElement | null,
    extra: Readonly<Record<string, string>> = {},
    onSent: () => void = () => undefined,
  ): Promise<ShownError[]> {
    setSending(true);
    setProblem(null);
    const body = new URLSearchParams(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    );
    const more: [string, string][] = [
      ...Object.entries(extra),
      ...(submitter?.name ? [[submitter.name, submitter.value] as [string, string]] : []),
    ];
    for (const [name, value] of more) body.append(name, value);
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      });
      if (response.ok) {
        const { location } = (await response.json()) as { location: string };
        onSent();
        window.location.assign(location);
        return [];
      }
      if (response.status === 422) {
        const { errors } = (await response.json()) as {
          errors: { field: string; message: string }[];
        };
        setSending(false);
        return errors.map(({ field, message }) => ({ field, text: message }));
      }
      sendWhole(form, more);
    } catch {
      setSending(false);
      setProblem(unreachable);
    }
    return [];
  }

  const notice: ReactNode = problem ? (
    <div className="notice warn" role="alert">
      <p>{problem}</p>
    </div>
  ) : null;
  return { send, sending, notice };
}

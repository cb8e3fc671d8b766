'use client';
import { useState, type ReactNode } from 'react';
import type { FormError } from '#components/ui/error-summary';

type Fields = readonly (readonly [string, string])[];

/** Submits the form as the browser does, when only a whole page can show the answer. */
function submitForm(form: HTMLFormElement, extra: Fields) {
  for (const [name, value] of extra)
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  form.submit();
}

function post(form: HTMLFormElement, extra: Fields): Promise<Response> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams(fields);
  for (const [name, value] of extra) body.append(name, value);
  return fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
}

/** Returns the errors of an invalid form (status 422). */
async function errorsIn(response: Response): Promise<FormError[]> {
  const { errors } = (await response.json()) as { errors: { field: string; message: string }[] };
  return errors.map(({ field, message }) => ({ field, text: message }));
}

const buttonField = (button: HTMLButtonElement | null): Fields =>
  button?.name ? [[button.name, button.value]] : [];

/**
 * Sends forms by fetch, so that a lost connection loses nothing. Errors of the fields come back to
 * be shown in place; a page answers everything else, as it does without scripts.
 */
export function useSend(unreachable: string) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** Calls `onSent` once the form is stored, before the next page loads. */
  async function send(
    form: HTMLFormElement,
    submitter: HTMLButtonElement | null,
    extra: Readonly<Record<string, string>> = {},
    onSent: () => void = () => undefined,
  ): Promise<FormError[]> {
    setSending(true);
    setProblem(null);
    const extraFields = [...Object.entries(extra), ...buttonField(submitter)];
    try {
      const response = await post(form, extraFields);
      if (response.ok) {
        const { location } = (await response.json()) as { location: string };
        onSent();
        window.location.assign(location);
        return [];
      }
      if (response.status === 422) {
        const errors = await errorsIn(response);
        setSending(false);
        return errors;
      }
      submitForm(form, extraFields);
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

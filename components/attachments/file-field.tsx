'use client';
import { useState } from 'react';

type Props = Readonly<{
  name: string;
  label: string;
  hint: string;
  error?: string;
  accept: string;
  most: number;
  tooLarge: string;
}>;

/** A file input. It refuses a file that is too large before the upload, which takes minutes over a slow link. */
export function FileField({ name, label, hint, error: found, accept, most, tooLarge }: Props) {
  const [error, setError] = useState(found);
  const chosen = ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) => {
    const over = (currentTarget.files?.[0]?.size ?? 0) > most;
    setError(over ? tooLarge : undefined);
    if (over) currentTarget.value = '';
  };
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <p className={error ? 'error' : undefined} id={`${name}-error`} aria-live="polite">
        {error}
      </p>
      <input
        type="file"
        name={name}
        id={name}
        accept={accept}
        onChange={chosen}
        aria-describedby={`${name}-hint ${name}-error`}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

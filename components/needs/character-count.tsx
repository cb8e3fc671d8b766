'use client';
import { useEffect, useState } from 'react';

/** From this share of the limit on the count is shown. */
const near = 0.8;
/** Milliseconds after typing, so that the count is not announced with every key. */
const pause = 700;

/** How much of a field's limit is used, once it comes near. `text` has `{used}` for the count. */
export function CharacterCount({
  field,
  max,
  text,
}: Readonly<{ field: string; max: number; text: string }>) {
  const [used, setUsed] = useState(0);
  useEffect(() => {
    const control = document.getElementById(field);
    if (!(control instanceof HTMLTextAreaElement)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => setUsed(control.value.trim().length);
    const countSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(count, pause);
    };
    count();
    control.addEventListener('input', countSoon);
    return () => {
      clearTimeout(timer);
      control.removeEventListener('input', countSoon);
    };
  }, [field]);
  const isOver = used > max;
  return (
    <p className={isOver ? 'count-left error' : 'count-left note'} role="status">
      {used > max * near ? text.replace('{used}', String(used)) : ''}
    </p>
  );
}

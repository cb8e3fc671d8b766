'use client';
import { useEffect } from 'react';

/** Forgets what was ticked in the list, once it has been decided on. */
export function ForgetSelection({ storageKey }: Readonly<{ storageKey: string }>) {
  useEffect(() => {
    sessionStorage.removeItem(storageKey);
  }, [storageKey]);
  return null;
}

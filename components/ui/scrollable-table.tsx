import type { ReactNode } from 'react';

/** A table that may be wider than the window and has nothing focusable: the keyboard scrolls it too. */
export const ScrollableTable = ({ label, children }: { label: string; children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls by itself can be scrolled by keyboard
  <div className="scroll" tabIndex={0} role="group" aria-label={label}>
    {children}
  </div>
);

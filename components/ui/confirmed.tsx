import type { ReactNode } from 'react';

type Props = Readonly<{
  /** What the first press asks for. */
  summary: string;
  /** The name of the first press where its text does not say of what. */
  label?: string;
  /** What will happen, in one sentence. */
  lead: ReactNode;
  /** Whether it is unfolded at first: something in it is amiss. */
  isOpen?: boolean;
  /** The button that does it. */
  children: ReactNode;
}>;

/**
 * What is hard to undo takes two presses: the first one unfolds what will happen, the second one
 * does it. It needs no scripts.
 */
export const Confirmed = ({ summary, label, lead, isOpen = false, children }: Props) => (
  <details className="confirm" open={isOpen}>
    <summary aria-label={label}>{summary}</summary>
    <p>{lead}</p>
    {children}
  </details>
);

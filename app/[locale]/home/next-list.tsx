import type { ReactNode } from 'react';

export type Step = Readonly<{ key: string; href: string; text: ReactNode; note?: ReactNode }>;

/** A part of the home page: steps to take, or what it says where there is none. */
export const NextList = ({
  title,
  lead,
  steps,
  none,
}: Readonly<{ title: string; lead?: string; steps: readonly Step[]; none?: string }>) => {
  if (steps.length === 0 && !none) return null;
  return (
    <section>
      <h2>{title}</h2>
      {lead && steps.length > 0 ? <p className="hint">{lead}</p> : null}
      {steps.length === 0 ? (
        <p className="note">{none}</p>
      ) : (
        <ul className="next">
          {steps.map(({ key, href, text, note }) => (
            <li key={key}>
              <a href={href}>{text}</a>
              {note ? <span className="note"> {note}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

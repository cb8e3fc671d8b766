/** What stands out in the numbers of a figure. */
export const Sentence = ({ children }: { children: string | null }) =>
  children ? <p className="sentence">{children}</p> : null;

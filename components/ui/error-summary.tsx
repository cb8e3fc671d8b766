export type FormError = Readonly<{ field: string; text: string }>;

/** The errors of a form, first on the page and in focus, each linked to its field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div
      className="problems"
      role="alert"
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the summary of errors takes focus, also without scripts
      autoFocus
      id="problems"
      aria-labelledby="problems-title"
    >
      <h2 id="problems-title">{title}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field + text}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}

export const errorOf = (errors: readonly FormError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.text;

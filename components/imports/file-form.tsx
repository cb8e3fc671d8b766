import { TextField } from '#components/ui/field';

type Props = Readonly<{
  action: string;
  by: string;
  label: string;
  hint: string;
  button: string;
  error?: string;
  /** Asks for the name of a sheet. */
  sheet: Readonly<{ label: string; hint: string }>;
}>;

/** A form that sends one spreadsheet. */
export function FileForm({ action, by, label, hint, button, error, sheet }: Props) {
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      <input type="hidden" name="by" value={by} />
      <TextField
        type="file"
        name="file"
        accept=".xlsx,.csv,.tsv,.txt,text/csv"
        label={label}
        hint={hint}
        error={error}
      />
      <TextField name="sheet" label={sheet.label} hint={sheet.hint} />
      <div className="buttons">
        <button className="button">{button}</button>
      </div>
    </form>
  );
}

import { TextField } from '#components/ui/field';

type Props = Readonly<{
  action: string;
  by: string;
  label: string;
  hint: string;
  button: string;
  error?: string;
  /** Asks for the name of a sheet. */
  sheet?: Readonly<{ label: string; hint: string }>;
  /** The endings of the files that it takes; those of spreadsheets if not given. */
  accept?: string;
}>;

const spreadsheets = '.xlsx,.csv,.tsv,.txt,text/csv';

/** A form that sends one file. */
export function FileForm({
  action,
  by,
  label,
  hint,
  button,
  error,
  sheet,
  accept = spreadsheets,
}: Props) {
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      <input type="hidden" name="by" value={by} />
      <TextField type="file" name="file" accept={accept} label={label} hint={hint} error={error} />
      {sheet ? <TextField name="sheet" label={sheet.label} hint={sheet.hint} /> : null}
      <div className="buttons">
        <button className="button">{button}</button>
      </div>
    </form>
  );
}

import { HiddenFields } from '#components/notes/hidden-fields';
import { Runs } from '#components/notes/runs';
import { TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import type { Runs as NoteRuns } from '#lib/documents/model/document';
import type { Translate } from '#lib/text/i18n';

export type BoundRow = Readonly<{
  name: string;
  meaning: string;
  now: NoteRuns;
  /** The number as it was accepted; null for a value that cannot be held. */
  accepted: string | null;
  held: Readonly<{ number: string; reason: string }> | null;
  /** Whether no text uses it, so that it can be removed. */
  isUnused: boolean;
}>;
export type ClaimRow = Readonly<{
  name: string;
  meaning: string;
  holds: boolean;
  isUnused: boolean;
}>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  blockPath: string;
  by: string;
  version: number;
  changes: boolean;
}>;
type FormProps = Pick<Props, 't' | 'blockPath' | 'by' | 'version'> & Readonly<{ name: string }>;

const UnbindForm = ({ t, blockPath, by, version, name }: FormProps) => (
  <form method="post" action={`${blockPath}/unbind`}>
    <HiddenFields by={by} version={version} name={name} />
    <button className="as-link">{t('notes.block.unbind', { name })}</button>
  </form>
);

/** Lets a held number follow the register again. */
const ReleaseForm = ({ t, blockPath, by, version, name }: FormProps) => (
  <form method="post" action={`${blockPath}/release`}>
    <HiddenFields by={by} version={version} name={name} />
    <button className="as-link">{t('notes.block.release', { name })}</button>
  </form>
);

/** Keeps a number as it was accepted, for a reason. */
const HoldForm = ({
  t,
  blockPath,
  by,
  version,
  name,
  number,
}: FormProps & Readonly<{ number: string }>) => (
  <details>
    <summary>{t('notes.block.hold', { name, number })}</summary>
    <form method="post" action={`${blockPath}/hold`} noValidate>
      <HiddenFields by={by} version={version} name={name} />
      <TextField name="reason" id={`hold-${name}`} label={t('notes.block.holdReason')} dir="auto" />
      <button className="button second">{t('notes.block.hold', { name, number })}</button>
    </form>
  </details>
);

const Heads = ({ t, first }: Readonly<{ t: Translate; first: string }>) => (
  <thead>
    <tr>
      <th scope="col">{first}</th>
      <th scope="col">{t('notes.block.stands')}</th>
      <th scope="col">{t('notes.block.now')}</th>
    </tr>
  </thead>
);

/** The present value of a placeholder, with the forms that change it. */
function ValueCell({ row, ...props }: Props & Readonly<{ row: BoundRow }>) {
  const { locale, t, blockPath, by, version, changes } = props;
  const { name, now, accepted, held, isUnused } = row;
  const form = { t, blockPath, by, version, name };
  return (
    <td>
      <Runs locale={locale} t={t} runs={now} />
      {held ? <p className="note">{t('notes.block.heldBecause', held)}</p> : null}
      {changes && held ? <ReleaseForm {...form} /> : null}
      {changes && !held && accepted !== null ? <HoldForm {...form} number={accepted} /> : null}
      {changes && isUnused ? <UnbindForm {...form} /> : null}
    </td>
  );
}

/** What the placeholders of a block stand for, and their present values. */
export function BoundTable({ rows, ...props }: Props & { rows: readonly BoundRow[] }) {
  const { t } = props;
  if (rows.length === 0) return <p>{t('notes.block.noValues')}</p>;
  return (
    <div className="scroll">
      <table className="list all-words">
        <caption className="away">{t('notes.block.valuesCaption')}</caption>
        <Heads t={t} first={t('notes.block.placeholder')} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <code dir="ltr">{`{${row.name}}`}</code>
              </th>
              <td>{row.meaning}</td>
              <ValueCell {...props} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the sentences of a block claim, and whether it is true. */
export function ClaimsTable({
  t,
  blockPath,
  by,
  version,
  changes,
  rows,
}: Omit<Props, 'locale'> & { rows: readonly ClaimRow[] }) {
  if (rows.length === 0) return <p>{t('notes.block.noClaims')}</p>;
  return (
    <div className="scroll">
      <table className="list all-words">
        <caption className="away">{t('notes.block.claimsCaption')}</caption>
        <Heads t={t} first={t('notes.block.claim')} />
        <tbody>
          {rows.map(({ name, meaning, holds, isUnused }) => (
            <tr key={name}>
              <th scope="row">
                <code dir="ltr">{`<${name}>`}</code>
              </th>
              <td>{meaning}</td>
              <td>
                {holds ? t('notes.block.holds') : <strong>{t('notes.block.holdsNot')}</strong>}
                {changes && isUnused ? (
                  <UnbindForm {...{ t, blockPath, by, version, name }} />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

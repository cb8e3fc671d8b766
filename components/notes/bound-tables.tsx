import { TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { Runs } from '#components/notes/runs';
import type { Runs as NoteRuns } from '#lib/documents/model/document';

export type BoundRow = Readonly<{
  name: string;
  stands: string;
  now: NoteRuns;
  /** What it was when it was accepted, where it is a number that can be held. */ accepted:
    | string
    | null;
  held: Readonly<{ number: string; reason: string }> | null;
  free: boolean;
}>;
export type ClaimRow = Readonly<{ name: string; stands: string; holds: boolean; free: boolean }>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  at: string;
  by: string;
  version: number;
  changes: boolean;
}>;

const Hidden = ({ by, version, name }: { by: string; version: number; name: string }) => (
  <>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="version" value={version} />
    <input type="hidden" name="name" value={name} />
  </>
);

/** What the placeholders of a block stand for, and what they are now. */
export function BoundTable({
  locale,
  t,
  at,
  by,
  version,
  changes,
  rows,
}: Props & { rows: readonly BoundRow[] }) {
  if (rows.length === 0) return <p>{t('notes.block.noValues')}</p>;
  return (
    <div className="scroll">
      <table className="list all-words">
        <caption className="away">{t('notes.block.valuesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('notes.block.placeholder')}</th>
            <th scope="col">{t('notes.block.stands')}</th>
            <th scope="col">{t('notes.block.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, stands, now, accepted, held, free }) => (
            <tr key={name}>
              <th scope="row">
                <code dir="ltr">{`{${name}}`}</code>
              </th>
              <td>{stands}</td>
              <td>
                <Runs locale={locale} t={t} runs={now} />
                {held ? <p className="note">{t('notes.block.heldBecause', held)}</p> : null}
                {changes && held ? (
                  <form method="post" action={`${at}/release`}>
                    <Hidden by={by} version={version} name={name} />
                    <button className="as-link">{t('notes.block.release', { name })}</button>
                  </form>
                ) : null}
                {changes && !held && accepted !== null ? (
                  <details>
                    <summary>{t('notes.block.hold', { name, number: accepted })}</summary>
                    <form method="post" action={`${at}/hold`} noValidate>
                      <Hidden by={by} version={version} name={name} />
                      <TextField
                        name="reason"
                        id={`hold-${name}`}
                        label={t('notes.block.holdReason')}
                        dir="auto"
                      />
                      <button className="button second">
                        {t('notes.block.hold', { name, number: accepted })}
                      </button>
                    </form>
                  </details>
                ) : null}
                {changes && free ? (
                  <form method="post" action={`${at}/unbind`}>
                    <Hidden by={by} version={version} name={name} />
                    <button className="as-link">{t('notes.block.unbind', { name })}</button>
                  </form>
                ) : null}
              </td>
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
  at,
  by,
  version,
  changes,
  rows,
}: Props & { rows: readonly ClaimRow[] }) {
  if (rows.length === 0) return <p>{t('notes.block.noClaims')}</p>;
  return (
    <div className="scroll">
      <table className="list all-words">
        <caption className="away">{t('notes.block.claimsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('notes.block.claim')}</th>
            <th scope="col">{t('notes.block.stands')}</th>
            <th scope="col">{t('notes.block.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, stands, holds, free }) => (
            <tr key={name}>
              <th scope="row">
                <code dir="ltr">{`<${name}>`}</code>
              </th>
              <td>{stands}</td>
              <td>
                {holds ? t('notes.block.holds') : <strong>{t('notes.block.holdsNot')}</strong>}
                {changes && free ? (
                  <form method="post" action={`${at}/unbind`}>
                    <Hidden by={by} version={version} name={name} />
                    <button className="as-link">{t('notes.block.unbind', { name })}</button>
                  </form>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

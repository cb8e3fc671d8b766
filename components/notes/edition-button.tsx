import { HiddenFields } from '#components/notes/hidden-fields';

type Props = Readonly<{
  action: string;
  by: string;
  version: number;
  label: string;
  lead?: string;
  isMain?: boolean;
}>;

/** A form of one button, which takes an edition a step further or back. */
export const EditionButton = ({ action, by, version, label, lead, isMain }: Props) => (
  <form method="post" action={action}>
    <HiddenFields by={by} version={version} />
    {lead ? <p className="prose">{lead}</p> : null}
    <div className="buttons">
      <button className={isMain ? 'button' : 'button second'}>{label}</button>
    </div>
  </form>
);

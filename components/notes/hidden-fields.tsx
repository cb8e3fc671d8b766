type Props = Readonly<{ by: string; version: number; name?: string }>;

/** The fields that every form of a block sends: who sends it, and the version that they saw. */
export const HiddenFields = ({ by, version, name }: Props) => (
  <>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="version" value={version} />
    {name === undefined ? null : <input type="hidden" name="name" value={name} />}
  </>
);

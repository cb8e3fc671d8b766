import type { Region } from '#lib/convention/regions';

/** A regional group's colour and hatching before its name. */
export const Swatch = ({ region }: { region: Region }) => (
  <span className={`swatch ${region}`} aria-hidden="true" />
);

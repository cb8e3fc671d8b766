/** The head of the change log, in the form that documents and downloads bear. */
export const headText = (seq: number, hash: string) => `${seq}:${hash}`;

const head = /^(\d{1,10}):([0-9a-f]{64})$/;

/** Reads a head as SEQ:HASH; undefined where it is none. */
export function parseHead(text: string): Readonly<{ seq: number; hash: string }> | undefined {
  const [, seq, hash] = head.exec(text.trim()) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}

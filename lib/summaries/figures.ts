/** A share with the numbers behind it. `percent` is null where nothing is in the base. */
export type Share = Readonly<{ n: number; of: number; percent: number | null }>;

/** `100 n / of`, half up, on whole numbers; null where the base is 0. */
export const percent = (n: number, of: number): number | null => (of === 0 ? null : Math.floor((200 * n + of) / (2 * of)));

export const share = (n: number, of: number): Share => ({ n, of, percent: percent(n, of) });

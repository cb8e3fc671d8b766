import { appendFileSync } from 'node:fs';

/** Whether the full counts are wanted (npm run campaign) or the short form of every day (npm test). */
export const campaign = process.env.CAMPAIGN === '1';
export const counts = (short: number, full: number): number => (campaign ? full : short);

/**
 * What chance is made from. A campaign takes another seed each time, or the one that SEED names; the everyday tests always the same, so
 * that what passed once passes again until something is changed.
 */
export const seed = /^\d{1,10}$/.test(process.env.SEED ?? '') ? Number(process.env.SEED) : campaign ? Math.floor(Math.random() * 2 ** 31) : 20_230_228;

export type Figures = Readonly<Record<string, number | string>>;

/** Keeps what was counted for the file of results, if a campaign asked for it; otherwise says it. */
export function record(what: string, figures: Figures): void {
  const file = process.env.CAMPAIGN_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify({ what, engine: process.env.TEST_ENGINE, ...figures })}\n`);
  else process.stdout.write(`${what}: ${Object.entries(figures).map(([name, value]) => `${name} ${value}`).join(', ')}\n`);
}

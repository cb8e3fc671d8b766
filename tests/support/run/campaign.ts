import { appendFileSync } from 'node:fs';

/**
 * Whether the full counts are wanted (npm run campaign) or the short form of every day (npm test).
 */
export const campaign = process.env.CAMPAIGN === '1';
/** Into how many runs the full count is divided; each has a seed of its own. */
const portions = Number(process.env.CAMPAIGN_PORTIONS ?? '1');

/**
 * How often something is tried: a few times every day, in a campaign this run's portion of the full
 * count.
 */
export const counts = (short: number, full: number): number =>
  campaign ? Math.ceil(full / portions) : short;

/** How large something is that is tried: small every day, in a campaign whole in each run. */
export const size = (short: number, full: number): number => (campaign ? full : short);

/**
 * The everyday tests take the same chance each time, so that what passed once passes again until
 * something is changed.
 */
const everyday = 20_230_228;

/**
 * What chance is made from: the number that SEED names, which a campaign sets anew for each run.
 */
export const seed = /^\d{1,10}$/.test(process.env.SEED ?? '') ? Number(process.env.SEED) : everyday;

export type Figures = Readonly<Record<string, number | string>>;

/**
 * Keeps what was counted for the file of results, if a campaign asked for it; otherwise prints it.
 */
export function record(what: string, figures: Figures): void {
  const file = process.env.CAMPAIGN_FIGURES;
  if (file) {
    appendFileSync(
      file,
      `${JSON.stringify({ what, engine: process.env.TEST_ENGINE, ...figures })}\n`,
    );
  } else {
    const listed = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
    process.stdout.write(`${what}: ${listed.join(', ')}\n`);
  }
}

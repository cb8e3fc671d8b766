const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
];
const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
];

const nameIn = (agent: string, names: typeof browsers) =>
  names.find(([, pattern]) => pattern.test(agent))?.[0];

/** The browser and the system that a User-Agent header names; null where it names none known. */
export function agentName(agent: string): string | null {
  const names = [nameIn(agent, browsers), nameIn(agent, systems)].filter(Boolean);
  return names.length > 0 ? names.join(', ') : null;
}

import { parseArgs } from 'node:util';

export const usage = `npm run register -- needs list [--FILTER VALUE …]     list needs, by the filters of the page
npm run register -- needs get ID                      read a need
npm run register -- needs export [--FILTER VALUE …]   write needs as CSV
npm run register -- needs import FILE --review ID [--confirm FINGERPRINT]
                                                      see what an import would do, and do it
npm run register -- reviews list                      list reviews
npm run register -- changes --since REVISION          list what has changed
npm run register -- figure NAME [--FILTER VALUE …]    read the table of a figure
npm run register -- summary [--FILTER VALUE …]        write numbers as SDMX-CSV

It does what a program can do by the interface (docs/api.md), as whoever the token in REGISTER_TOKEN
belongs to, and as the public without one. --json writes JSON on one line, --language LOCALE says the
language of messages. It ends with 0 when done, 1 when refused, and 2 when asked wrongly.`;

/** What is asked of the interface: an address, its parameters, and the file that is sent. */
export type Asked = Readonly<{
  path: string;
  query: URLSearchParams;
  json: boolean;
  language: string;
  /** The file to import, and the preview that is confirmed by its fingerprint. */
  file?: string;
  confirm?: string;
}>;

/** Something that was asked wrongly. */
export class UsageError extends Error {}

/** The options that are no parameters of the interface. */
const ownOptions = ['json', 'language', 'review', 'confirm', 'help'];

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Parses `--name value`, whatever the name: the interface says which ones there are. */
function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    args
      .filter((arg) => arg.startsWith('--') && !/^--(json|help)$/.test(arg))
      .map((arg) => [arg.slice(2).split('=')[0]!, { type: 'string' as const }]),
  );
  try {
    const all = { ...options, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options: all, allowPositionals: true }) as never;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

const textOf = (values: Values, name: string): string => {
  const value = values[name];
  if (typeof value !== 'string') throw new UsageError(`--${name} is needed.`);
  return value;
};

function addressOf([thing, verb, name]: readonly string[], values: Values): string {
  const id = encodeURIComponent(name ?? '');
  switch (`${thing} ${verb}`) {
    case 'needs list':
      return '/needs';
    case 'needs get':
      if (id === '') throw new UsageError('needs get wants the id of a need.');
      return `/needs/${id}`;
    case 'needs export':
      return '/data/needs.csv';
    case 'needs import':
      if (id === '') throw new UsageError('needs import wants a file.');
      return `/reviews/${encodeURIComponent(textOf(values, 'review'))}/imports`;
    case 'reviews list':
      return '/reviews';
    default:
  }
  if (thing === 'changes') return '/changes';
  if (thing === 'summary') return '/data/needs-count.csv';
  if (thing === 'figure' && verb) return `/figures/${encodeURIComponent(verb)}`;
  throw new UsageError(`There is no such command: ${[thing, verb].filter(Boolean).join(' ')}.`);
}

/** What the arguments ask for; undefined where it is the help. */
export function parseArguments(args: readonly string[]): Asked | undefined {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return undefined;
  const path = addressOf(positionals, values);
  const sent = Object.entries(values).filter(([name]) => !ownOptions.includes(name));
  const isImport = path.endsWith('/imports');
  return {
    path,
    query: new URLSearchParams(sent.map(([name, value]) => [name, String(value)])),
    json: values.json === true,
    language: typeof values.language === 'string' ? values.language : 'en',
    ...(isImport ? { file: positionals[2]! } : {}),
    ...(isImport && typeof values.confirm === 'string' ? { confirm: values.confirm } : {}),
  };
}

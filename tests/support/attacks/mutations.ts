import type { Chance } from '#tests/support/run/seeded-random';
import { naughtyBytes, naughtyStrings } from '#tests/support/attacks/naughty-strings';

export type Field = readonly [name: string, value: string];

const strangeNames = [
  '__proto__',
  'constructor',
  'toString',
  'id',
  'status',
  'role',
  'stateId',
  'enteredBy',
  'countedVersion',
  'publishedOn',
  'then',
  'next',
  'kept',
  'locale',
  '',
  '0',
  'text[]',
  'articles[0]',
  'a.b.c',
];

/**
 * What may be done to the fields of a form: each knows the field that it was given by its place.
 */
const changes: readonly ((fields: Field[], at: number, by: Chance) => Field[])[] = [
  (fields, at, by) => fields.with(at, [fields[at]![0], by.oneOf(naughtyStrings)]),
  (fields, at, by) => fields.with(at, [fields[at]![0], by.oneOf(naughtyStrings)]),
  (fields, at, by) => fields.with(at, [fields[at]![0], fields[at]![1] + by.oneOf(naughtyStrings)]),
  (fields, at, by) => fields.with(at, [fields[at]![0], by.oneOf(fields)[1]]),
  (fields, at) => fields.with(at, [fields[at]![0], '']),
  (fields, at) => fields.toSpliced(at, 1),
  (fields, at, by) => [...fields, [fields[at]![0], by.oneOf(naughtyStrings)]],
  (fields, at, by) => [
    ...fields,
    ...Array.from({ length: by.below(120) }, (): Field => [fields[at]![0], fields[at]![1]]),
  ],
  (fields, at, by) => fields.with(at, [by.oneOf(strangeNames), fields[at]![1]]),
  (fields, _at, by) => [...fields, [by.oneOf(strangeNames), by.oneOf(naughtyStrings)]],
  (fields, at) => fields.with(at, [`${fields[at]![0]}[]`, fields[at]![1]]),
  (fields, at) => fields.with(at, [fields[at]![0].toUpperCase(), fields[at]![1]]),
  (fields, _at, by) => fields.toSorted(() => by.number() - 0.5),
  (fields, at, by) =>
    fields.with(at, [
      fields[at]![0],
      by
        .oneOf(naughtyStrings)
        .repeat(1 + by.below(300))
        .slice(0, 240_000),
    ]),
];

/** Lone surrogates cannot be percent-encoded by the rules; the naughty bytes have them. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const encoded = (fields: readonly Field[]) =>
  fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

/** What may be done to a body as it is sent. */
const breaks: readonly ((body: string, by: Chance) => string)[] = [
  (body, by) => {
    const at = by.below(body.length + 1);
    return body.slice(0, at) + by.oneOf(naughtyBytes) + body.slice(at);
  },
  (body, by) => `${body}${by.oneOf(naughtyBytes)}`,
  (body, by) => body.slice(0, by.below(body.length + 1)),
  (body, by) => body.replaceAll('&', by.oneOf(['&&', ';', '&=&', '&%00=', '\n', '&amp;'])),
  (body, by) => `${body}${'&articles=7'.repeat(by.below(1200))}`,
  (_body, by) =>
    by.oneOf([
      '',
      '=',
      '&',
      '{"text":"x"}',
      '<a/>',
      '\u0000',
      '%',
      '='.repeat(1000),
      '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nx\r\n--x--',
    ]),
];

/** How many kinds of change and of break there are, so that each can have its turn. */
const kindsOfMutation = changes.length + breaks.length;

/** By chance, or where this is one of many turns, the kind whose turn it is. */
const kindOf = <T>(kinds: readonly T[], by: Chance, turn: number | undefined): T =>
  turn === undefined ? by.oneOf(kinds) : kinds[turn % kinds.length]!;

/**
 * The body of a form with one to three things done to it, by chance, or at least what has its turn.
 */
export function mutatedBody(fields: readonly Field[], by: Chance, turn?: number): string {
  const inTurn = turn === undefined ? undefined : turn % kindsOfMutation;
  const breaksNow = inTurn === undefined ? by.happens(0.15) : inTurn >= changes.length;
  let changed = [...fields];
  let left = 1 + Math.floor(by.number() ** 2 * 3);
  for (let first = true; left > 0 && changed.length > 0; left -= 1, first = false) {
    const change = kindOf(changes, by, first ? inTurn : undefined);
    changed = change(changed, by.below(changed.length), by);
  }
  const body = encoded(changed);
  if (!breaksNow) return body;
  return kindOf(breaks, by, inTurn === undefined ? undefined : inTurn - changes.length)(body, by);
}

/** An address of which a part, or a parameter, is another than it should be. */
export function mutatedPath(
  path: string,
  parameters: readonly string[],
  by: Chance,
  turn?: number,
): string {
  const text = () => encode(by.oneOf(naughtyStrings).slice(0, 300));
  const naughty = () => (by.happens(0.3) ? by.oneOf(naughtyBytes) : text());
  const name = () => (by.happens(0.85) && parameters.length > 0 ? by.oneOf(parameters) : naughty());
  const parameter = () => `${name()}${by.happens(0.9) ? '=' : ''}${naughty()}`;
  const parts = path.split('/');
  const changesPart = turn === undefined ? by.happens(0.35) : turn % 3 === 0;
  if (changesPart) parts[1 + by.below(parts.length - 1)] = naughty();
  const least = turn === undefined || changesPart ? 0 : 1;
  const asked = Array.from({ length: least + by.below(4 - least) }, parameter);
  return parts.join('/') + (asked.length > 0 ? `?${asked.join('&')}` : '');
}

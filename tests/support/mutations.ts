import type { Chance } from '#tests/support/chance';
import { naughtyBytes, naughtyStrings } from '#tests/support/naughty-strings';

export type Field = readonly [name: string, value: string];

const strangeNames = ['__proto__', 'constructor', 'toString', 'id', 'status', 'role', 'stateId', 'enteredBy', 'countedVersion', 'publishedOn', 'then', 'next', 'kept', 'locale', '', '0', 'text[]', 'articles[0]', 'a.b.c'];

/** What may be done to the fields of a form: each knows the field that it was given by its place. */
const changes: readonly ((fields: Field[], at: number, by: Chance) => Field[])[] = [
  (fields, at, by) => fields.with(at, [fields[at]![0], by.oneOf(naughtyStrings)]),
  (fields, at, by) => fields.with(at, [fields[at]![0], by.oneOf(naughtyStrings)]),
  (fields, at, by) => fields.with(at, [fields[at]![0], fields[at]![1] + by.oneOf(naughtyStrings)]),
  (fields, at, by) => fields.with(at, [fields[at]![0], by.oneOf(fields)[1]]),
  (fields, at) => fields.with(at, [fields[at]![0], '']),
  (fields, at) => fields.toSpliced(at, 1),
  (fields, at, by) => [...fields, [fields[at]![0], by.oneOf(naughtyStrings)]],
  (fields, at, by) => [...fields, ...Array.from({ length: by.below(120) }, (): Field => [fields[at]![0], fields[at]![1]])],
  (fields, at, by) => fields.with(at, [by.oneOf(strangeNames), fields[at]![1]]),
  (fields, _at, by) => [...fields, [by.oneOf(strangeNames), by.oneOf(naughtyStrings)]],
  (fields, at) => fields.with(at, [`${fields[at]![0]}[]`, fields[at]![1]]),
  (fields, at) => fields.with(at, [fields[at]![0].toUpperCase(), fields[at]![1]]),
  (fields, _at, by) => fields.toSorted(() => by.number() - 0.5),
  (fields, at, by) => fields.with(at, [fields[at]![0], by.oneOf(naughtyStrings).repeat(1 + by.below(300)).slice(0, 240_000)]),
];

/** Lone surrogates cannot be percent-encoded by the rules; the naughty bytes have them. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const encoded = (fields: readonly Field[]) => fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

/** What may be done to a body as it is sent. */
const breaks: readonly ((body: string, by: Chance) => string)[] = [
  (body, by) => { const at = by.below(body.length + 1); return body.slice(0, at) + by.oneOf(naughtyBytes) + body.slice(at); },
  (body, by) => `${body}${by.oneOf(naughtyBytes)}`,
  (body, by) => body.slice(0, by.below(body.length + 1)),
  (body, by) => body.replaceAll('&', by.oneOf(['&&', ';', '&=&', '&%00=', '\n', '&amp;'])),
  (body, by) => `${body}${'&articles=7'.repeat(by.below(1200))}`,
  (_body, by) => by.oneOf(['', '=', '&', '{"text":"x"}', '<a/>', '\u0000', '%', '='.repeat(1000), '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nx\r\n--x--']),
];

/** The body of a form with one to three things done to it, by chance. */
export function mutatedBody(fields: readonly Field[], by: Chance): string {
  let changed = [...fields];
  for (let left = 1 + Math.floor(by.number() ** 2 * 3); left > 0 && changed.length > 0; left -= 1) changed = by.oneOf(changes)(changed, by.below(changed.length), by);
  const body = encoded(changed);
  return by.happens(0.15) ? by.oneOf(breaks)(body, by) : body;
}

/** An address of which a part, or a parameter, is another than it should be. */
export function mutatedPath(path: string, parameters: readonly string[], by: Chance): string {
  const naughty = () => (by.happens(0.3) ? by.oneOf(naughtyBytes) : encode(by.oneOf(naughtyStrings).slice(0, 300)));
  const parts = path.split('/');
  if (by.happens(0.35)) parts[1 + by.below(parts.length - 1)] = naughty();
  const asked = Array.from({ length: by.below(4) }, () => `${by.happens(0.85) && parameters.length > 0 ? by.oneOf(parameters) : naughty()}${by.happens(0.9) ? '=' : ''}${naughty()}`);
  return parts.join('/') + (asked.length > 0 ? `?${asked.join('&')}` : '');
}

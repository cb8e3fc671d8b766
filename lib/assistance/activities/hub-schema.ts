import {
  array,
  config,
  maxLength,
  minLength,
  object,
  pipe,
  refine,
  regex,
  string,
  transform,
  trim,
} from 'zod/mini';
import { linesOf } from '#lib/assistance/activities/fields';
import {
  hubKinds,
  longestActivity as longest,
  themes,
  type Hub,
  type HubKind,
  type Theme,
} from '#lib/assistance/activities/vocabulary';
import type { FindState } from '#lib/convention/find-state';
import { locales, type Locale } from '#lib/convention/names';
import { regionCodes, type Region } from '#lib/convention/regions';
import { isDate } from '#lib/text/dates';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import { readable, tidy } from '#lib/text/tidy';
import { oneLine } from '#lib/text/one-line';

config({ jitless: true });

export const hubSingles = [
  'kind',
  'name',
  'description',
  'language',
  'parent',
  'startedOn',
  'endedOn',
  'location',
  'states',
  'areas',
] as const;
export const hubLists = ['themes', 'regions'] as const;
export type HubFields = Readonly<
  Record<(typeof hubSingles)[number], string> & Record<(typeof hubLists)[number], readonly string[]>
>;

export const hubFieldsOf = (form: FormFields): HubFields => ({
  ...(Object.fromEntries(hubSingles.map((name) => [name, textOf(form, name)])) as Record<
    (typeof hubSingles)[number],
    string
  >),
  ...(Object.fromEntries(hubLists.map((name) => [name, listOf(form, name)])) as Record<
    (typeof hubLists)[number],
    string[]
  >),
});

const say = (key: string) => `assistance.errors.${key}`;
/** `2017`, `2021-09` or `2021-09-14`. */
function isPartOfDate(value: string): boolean {
  if (value.length === 4) return isDate(`${value}-01-01`);
  return isDate(value.length === 7 ? `${value}-01` : value);
}
const date = pipe(
  string().check(
    trim(),
    refine((value) => value === '' || isPartOfDate(value), say('noSuchPeriod')),
  ),
  transform((value) => value || null),
);
const block = string().check(
  maxLength(20_000, say('listTooLong')),
  refine(readable, say('unreadable')),
  refine((text) => linesOf(text).length <= longest.entries, say('listTooLong')),
);
const among = <T extends string>(allowed: readonly T[], key: string) =>
  pipe(
    array(string()).check(
      maxLength(100, say(key)),
      refine((values) => values.every((value) => allowed.includes(value as T)), say(key)),
    ),
    transform((values) => allowed.filter((code) => values.includes(code))),
  );
const codesIn = (find: FindState, text: string) =>
  linesOf(text).flatMap((name) => {
    const found = find(name);
    return 'code' in found ? [found.code] : [];
  });
const known = (find: FindState) =>
  refine<string>(
    (text) => linesOf(text).every((name) => 'code' in find(name)),
    say('unknownState'),
  );

/** A hub or platform as a form gives it. */
export const hubSchema = (find: FindState) =>
  pipe(
    object({
      kind: pipe(
        string().check(
          refine((value) => hubKinds.includes(value as HubKind), say('chooseHubKind')),
        ),
        transform((value) => value as HubKind),
      ),
      name: string().check(
        trim(),
        minLength(1, say('enterHubName')),
        maxLength(longest.name, say('nameTooLong')),
        regex(oneLine, say('unreadable')),
      ),
      description: pipe(
        string().check(
          maxLength(longest.description, say('descriptionTooLong')),
          refine(readable, say('unreadable')),
        ),
        transform((text) => tidy(text) || null),
      ),
      language: pipe(
        string().check(refine((value) => locales.includes(value as Locale), say('chooseLanguage'))),
        transform((value) => value as Locale),
      ),
      parent: pipe(
        string().check(maxLength(36, say('unknownHub'))),
        transform((value) => value || null),
      ),
      startedOn: date,
      endedOn: date,
      location: pipe(
        string().check(maxLength(longest.name, say('unknownState')), known(find)),
        transform((text) => codesIn(find, text)[0] ?? null),
      ),
      states: pipe(
        block.check(known(find)),
        transform((text) => [...new Set(codesIn(find, text))].toSorted()),
      ),
      areas: pipe(
        block.check(
          refine(
            (text) => linesOf(text).every((name) => name.length <= longest.name),
            say('nameTooLong'),
          ),
        ),
        transform((text) => [...new Set(linesOf(text).map(tidy))]),
      ),
      themes: among<Theme>(themes, 'chooseTheme'),
      regions: among<Region>(regionCodes, 'unknownRegion'),
    }).check((payload) => {
      const { startedOn, endedOn } = payload.value;
      if (startedOn && endedOn && endedOn < startedOn.slice(0, endedOn.length))
        payload.issues.push({
          code: 'custom',
          message: say('untilBeforeFrom'),
          path: ['endedOn'],
          input: payload.value,
        });
    }),
    transform(({ parent, ...rest }): Hub => ({ ...rest, parentId: parent })),
  );

/** The fields of a form that shows a hub again; `name` writes a State. */
export const fieldsOfHub = (hub: Hub, name: (code: string) => string): HubFields => ({
  kind: hub.kind,
  name: hub.name,
  description: hub.description ?? '',
  language: hub.language,
  parent: hub.parentId ?? '',
  startedOn: hub.startedOn ?? '',
  endedOn: hub.endedOn ?? '',
  location: hub.location ? name(hub.location) : '',
  states: hub.states.map(name).join('\n'),
  areas: hub.areas.join('\n'),
  themes: hub.themes,
  regions: hub.regions,
});

import {
  config,
  maxLength,
  object,
  pipe,
  refine,
  string,
  transform,
  trim,
  type output,
} from 'zod/mini';
import {
  codeField,
  codesField,
  descriptionField,
  emptyToNull,
  errorKey,
  nameField,
  namesField,
  onlyStates,
  stateCodesIn,
  statesField,
} from '#lib/assistance/activities/schema';
import {
  hubKinds,
  activityLimits as limits,
  themes,
  type Hub,
} from '#lib/assistance/activities/vocabulary';
import type { FindState } from '#lib/convention/find-state';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import { isDate } from '#lib/text/dates';
import { listOf, textOf, type FormFields } from '#lib/http/form';

config({ jitless: true });

export const hubTextFieldNames = [
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
export const hubListFieldNames = ['themes', 'regions'] as const;
export type HubFields = Readonly<
  Record<(typeof hubTextFieldNames)[number], string> &
    Record<(typeof hubListFieldNames)[number], readonly string[]>
>;

export const readHubFields = (form: FormFields): HubFields => ({
  ...(Object.fromEntries(hubTextFieldNames.map((name) => [name, textOf(form, name)])) as Record<
    (typeof hubTextFieldNames)[number],
    string
  >),
  ...(Object.fromEntries(hubListFieldNames.map((name) => [name, listOf(form, name)])) as Record<
    (typeof hubListFieldNames)[number],
    string[]
  >),
});

/** `2017`, `2021-09` or `2021-09-14`. */
function isPartialDate(value: string): boolean {
  if (value.length === 4) return isDate(`${value}-01-01`);
  return isDate(value.length === 7 ? `${value}-01` : value);
}

const partialDateField = pipe(
  string().check(
    trim(),
    refine((value) => value === '' || isPartialDate(value), errorKey('noSuchPeriod')),
  ),
  transform(emptyToNull),
);

const fieldsSchema = (find: FindState) =>
  object({
    kind: codeField(hubKinds, 'chooseHubKind'),
    name: nameField('enterHubName'),
    description: descriptionField,
    language: codeField(locales, 'chooseLanguage'),
    parent: pipe(string().check(maxLength(36, errorKey('unknownHub'))), transform(emptyToNull)),
    startedOn: partialDateField,
    endedOn: partialDateField,
    location: pipe(
      string().check(maxLength(limits.name, errorKey('unknownState')), onlyStates(find)),
      transform((text) => stateCodesIn(find, text)[0] ?? null),
    ),
    states: statesField(find),
    areas: namesField,
    themes: codesField(themes, 'chooseTheme', 100),
    regions: codesField(regionCodes, 'unknownRegion', 100),
  });
type ParsedFields = output<ReturnType<typeof fieldsSchema>>;

/** Dates of different precision are compared as far as the end is known. */
const endsBeforeStart = ({ startedOn, endedOn }: ParsedFields): boolean =>
  startedOn !== null && endedOn !== null && endedOn < startedOn.slice(0, endedOn.length);

/** A hub or platform as a form gives it. */
export const hubSchema = (find: FindState) =>
  pipe(
    fieldsSchema(find).check((payload) => {
      if (endsBeforeStart(payload.value))
        payload.issues.push({
          code: 'custom',
          message: errorKey('untilBeforeFrom'),
          path: ['endedOn'],
          input: payload.value,
        });
    }),
    transform(({ parent, ...rest }): Hub => ({ ...rest, parentId: parent })),
  );

/** Fills a form with a hub; `name` returns the name of a State. */
export const hubToFields = (hub: Hub, name: (code: string) => string): HubFields => ({
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

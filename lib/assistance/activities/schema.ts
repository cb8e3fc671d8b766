import {
  array,
  config,
  maxLength,
  minLength,
  object,
  optional,
  overwrite,
  pipe,
  record,
  refine,
  regex,
  string,
  transform,
  trim,
  type output,
} from 'zod/mini';
import { splitLines, type ActivityFields } from '#lib/assistance/activities/fields';
import type { GivenTranslations } from '#lib/assistance/activities/translations';
import { parseReportedNumbers, parseNumber } from '#lib/assistance/activities/reported-numbers';
import {
  deliveryModes,
  fundingStatuses,
  genderMarkers,
  activityKinds,
  activityLimits as limits,
  editableStatuses,
  themes,
  type Activity,
  type ActivityDocument,
  type InvolvedState,
} from '#lib/assistance/activities/vocabulary';
import { categoryCodes } from '#lib/convention/categories';
import { chapterOfArticle } from '#lib/convention/chapters';
import type { FindState } from '#lib/convention/find-state';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import { isDate } from '#lib/text/dates';
import { cleanPasted, isStorable, normaliseLine, normaliseText } from '#lib/text/normalise';
import { targetGroups } from '#lib/needs/model/vocabulary';
import { singleLinePattern } from '#lib/text/single-line';
import { readCode, readWholeNumber, splitNumbers } from '#lib/text/written';

config({ jitless: true });

/** The message key of an error. */
export const errorKey = (key: string) => `assistance.errors.${key}`;

export const emptyToNull = <T extends string>(text: T) => text || null;

/** A text of one line; `tooLong` is the error of a longer one. */
const lineField = (max: number, tooLong: string) =>
  string(errorKey('unreadable')).check(
    overwrite(normaliseLine),
    maxLength(max, errorKey(tooLong)),
    regex(singleLinePattern, errorKey('unreadable')),
  );

const optionalLineField = (max: number, tooLong: string) =>
  pipe(lineField(max, tooLong), transform(emptyToNull));

export const nameField = (missing: string) =>
  lineField(limits.name, 'nameTooLong').check(minLength(1, errorKey(missing)));

/** One code of a list. */
export const codeField = <T extends string>(allowed: readonly T[], error: string) =>
  pipe(
    string(errorKey(error)).check(refine((value) => allowed.includes(value as T), errorKey(error))),
    transform((value) => value as T),
  );

const optionalCodeField = <T extends string>(allowed: readonly T[], error: string) =>
  pipe(
    string().check(
      refine((value) => value === '' || allowed.includes(value as T), errorKey(error)),
    ),
    transform((value) => emptyToNull(value as T)),
  );

/** Several codes of a list, each once and in the order of the list. */
export const codesField = <T extends string>(allowed: readonly T[], error: string, max = 200) =>
  pipe(
    array(string()).check(
      maxLength(max, errorKey(error)),
      refine((values) => values.every((value) => allowed.includes(value as T)), errorKey(error)),
    ),
    transform((values) => allowed.filter((code) => values.includes(code))),
  );

export const descriptionField = pipe(
  string().check(
    overwrite(cleanPasted),
    maxLength(limits.description, errorKey('descriptionTooLong')),
    refine(isStorable, errorKey('unreadable')),
  ),
  transform((text) => emptyToNull(normaliseText(text))),
);

const dateField = pipe(
  string().check(
    trim(),
    refine((value) => value === '' || isDate(value), errorKey('noSuchDate')),
  ),
  transform(emptyToNull),
);

/** A list of names, one on each line. */
const linesField = string().check(
  overwrite(cleanPasted),
  maxLength(20_000, errorKey('listTooLong')),
  refine(isStorable, errorKey('unreadable')),
  refine((text) => splitLines(text).length <= limits.entries, errorKey('listTooLong')),
);

export const namesField = pipe(
  linesField.check(
    refine(
      (text) => splitLines(text).every((name) => name.length <= limits.name),
      errorKey('nameTooLong'),
    ),
  ),
  transform((text) => [...new Set(splitLines(text).map(normaliseText))]),
);

/** Refuses a text with a name that is no State's. */
export const onlyStates = (find: FindState) =>
  refine<string>(
    (text) => splitLines(text).every((name) => 'code' in find(name)),
    errorKey('unknownState'),
  );

/** The codes of the States that the lines of a text name. */
export const stateCodesIn = (find: FindState, text: string): string[] =>
  splitLines(text).flatMap((name) => {
    const result = find(name);
    return 'code' in result ? [result.code] : [];
  });

export const statesField = (find: FindState) =>
  pipe(
    linesField.check(onlyStates(find)),
    transform((text) => [...new Set(stateCodesIn(find, text))].toSorted()),
  );

/** Splits a list whose entries stand in one line, at blanks and at the commas of six languages. */
const splitEntries = (text: string) => splitNumbers(text).map(readCode);

const isArticle = (text: string) => chapterOfArticle(readWholeNumber(text) ?? 0) !== undefined;

const articlesField = pipe(
  string().check(
    maxLength(500, errorKey('unknownArticle')),
    refine((text) => splitEntries(text).every(isArticle), errorKey('unknownArticle')),
  ),
  transform((text) =>
    [...new Set(splitEntries(text).map((entry) => readWholeNumber(entry) ?? 0))].toSorted(
      (a, b) => a - b,
    ),
  ),
);

const isResolution = (text: string) => /^\d{1,2}\/\d{1,2}$/.test(text);

const resolutionsField = pipe(
  string().check(
    maxLength(500, errorKey('unknownResolution')),
    refine((text) => splitEntries(text).every(isResolution), errorKey('unknownResolution')),
  ),
  transform((text) => [...new Set(splitEntries(text))]),
);

const optionalNumber = (text: string) => (text.trim() === '' ? undefined : parseNumber(text));

const beneficiariesField = pipe(
  string().check(maxLength(40, errorKey('numberUnreadable')), (payload) => {
    const number = optionalNumber(payload.value);
    if (number && 'fault' in number)
      payload.issues.push({
        code: 'custom',
        message: errorKey(number.fault),
        input: payload.value,
      });
  }),
  transform((text) => {
    const number = optionalNumber(text);
    return number && 'value' in number ? number.value : null;
  }),
);

/**
 * Registration agency, registration number and the activity's own part; IATI allows no blanks and
 * none of `/ & | ?`.
 */
const iatiField = pipe(
  lineField(limits.iati, 'iatiUnreadable').check(
    refine(
      (value) => value === '' || /^[A-Z]{2}-[A-Z0-9]+-[^\s/&|?]+$/.test(value),
      errorKey('iatiUnreadable'),
    ),
  ),
  transform(emptyToNull),
);

/** A column of the rows of numbers or of documents. */
const columnField = array(string()).check(maxLength(100, errorKey('listTooLong')));

/** What an entry may refer to. */
type Known = Readonly<{
  find: FindState;
  topics: readonly string[];
  /** Returns the code of the unit that a text names, else the text. */
  unitMeant: (text: string) => string;
}>;

/** What the note prints of an activity, in one line a language. */
const noteField = optional(
  object({
    texts: record(
      string(),
      pipe(
        descriptionField,
        transform((text) => (text ?? '').replaceAll(/\s+/g, ' ').trim()),
      ),
    ),
    confirmed: array(string()).check(maxLength(20, errorKey('listTooLong'))),
    part: pipe(
      string().check(overwrite(readCode), regex(/^[1-9]?$/, errorKey('partUnknown'))),
      transform((part) => Number(part || 1)),
    ),
  }),
);

/** The fields, each by itself. */
const fieldsSchema = ({ find, topics }: Known) =>
  object({
    theme: codeField(themes, 'chooseTheme'),
    kind: codeField(activityKinds, 'chooseKind'),
    title: lineField(limits.title, 'titleTooLong').check(minLength(1, errorKey('enterTitle'))),
    description: descriptionField,
    language: codeField(locales, 'chooseLanguage'),
    organisation: optionalLineField(limits.name, 'nameTooLong'),
    partners: namesField,
    recipients: statesField(find),
    hosts: statesField(find),
    areas: namesField,
    regions: codesField(regionCodes, 'unknownRegion'),
    articles: articlesField,
    categories: codesField(categoryCodes, 'unknownCategory'),
    topics: codesField(topics, 'unknownTopic'),
    from: dateField,
    until: dateField,
    period: optionalLineField(limits.period, 'periodTooLong'),
    status: codeField(editableStatuses, 'chooseStatus'),
    delivery: optionalCodeField(deliveryModes, 'unknownDelivery'),
    targetGroups: codesField(targetGroups, 'unknownTargetGroup'),
    gender: codeField(genderMarkers, 'chooseGender'),
    numberValue: columnField,
    numberQualifier: columnField,
    numberUnit: columnField,
    beneficiaries: beneficiariesField,
    resolutions: resolutionsField,
    iati: iatiField,
    documentTitle: columnField,
    documentUrl: columnField,
    funding: codeField(fundingStatuses, 'chooseFunding'),
    note: noteField,
  });
type ParsedFields = output<ReturnType<typeof fieldsSchema>>;

const isHttpsUrl = (url: string) =>
  URL.canParse(url) &&
  new URL(url).protocol === 'https:' &&
  new URL(url).username === '' &&
  singleLinePattern.test(url);

/** A row is a document as soon as one of its two cells is filled. */
const hasFaultyUrl = ({ documentTitle, documentUrl }: ParsedFields): boolean =>
  documentUrl.some((url, i) => {
    const title = documentTitle[i] ?? '';
    if (url.trim() === '' && title.trim() === '') return false;
    return url.length > limits.url || !isHttpsUrl(url.trim());
  });

const hasFaultyTitle = ({ documentTitle }: ParsedFields): boolean =>
  documentTitle.some((title) => title.length > limits.title || !singleLinePattern.test(title));

type FieldFault = Readonly<{ field: keyof ActivityFields; error: string }>;

/** What is wrong with fields that depend on each other. */
function faultsAcross(fields: ParsedFields): FieldFault[] {
  const { from, until, numberValue, numberUnit } = fields;
  const faults: FieldFault[] = [];
  if (from && until && until < from) faults.push({ field: 'until', error: 'untilBeforeFrom' });
  for (const { field, fault } of parseReportedNumbers(fields))
    if (fault) faults.push({ field, error: fault });
  if (hasFaultyUrl(fields)) faults.push({ field: 'documentUrl', error: 'documentAddress' });
  if (hasFaultyTitle(fields)) faults.push({ field: 'documentTitle', error: 'titleTooLong' });
  if (numberValue.length > 20 || numberUnit.length > 100)
    faults.push({ field: 'numberValue', error: 'listTooLong' });
  return faults;
}

const documentsIn = ({ documentTitle, documentUrl }: ParsedFields): ActivityDocument[] =>
  documentUrl.flatMap((text, i) => {
    const url = text.trim();
    const title = (documentTitle[i] ?? '').trim();
    return url === '' ? [] : [{ title: title || url, url }];
  });

/** An activity as it is stored, but for the provider, which the command looks up by its name. */
type NamedActivity = Omit<Activity, 'organisationId' | 'translations' | 'part'> & {
  organisation: string | null;
  note?: GivenTranslations & { part: number };
};

function toActivity(fields: ParsedFields, unitMeant: Known['unitMeant']): NamedActivity {
  const {
    recipients,
    hosts,
    numberValue,
    numberQualifier,
    numberUnit,
    documentTitle: _titles,
    documentUrl: _urls,
    ...activity
  } = fields;
  const numbers = parseReportedNumbers({ numberValue, numberQualifier, numberUnit });
  return {
    ...activity,
    states: [
      ...recipients.map((code): InvolvedState => ({ code, role: 'recipient' })),
      ...hosts.map((code): InvolvedState => ({ code, role: 'host' })),
    ],
    numbers: numbers.flatMap(({ number }) =>
      number ? [{ ...number, unit: unitMeant(number.unit) }] : [],
    ),
    documents: documentsIn(fields),
  };
}

/** An activity as a form, the API or a file gives it. */
export const activitySchema = (known: Known) =>
  pipe(
    fieldsSchema(known).check((payload) => {
      for (const { field, error } of faultsAcross(payload.value))
        payload.issues.push({
          code: 'custom',
          message: errorKey(error),
          path: [field],
          input: payload.value,
        });
    }),
    transform((fields): NamedActivity => toActivity(fields, known.unitMeant)),
  );

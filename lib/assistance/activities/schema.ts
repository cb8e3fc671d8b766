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
import { linesOf, type ActivityFields } from '#lib/assistance/activities/fields';
import { numbersIn, writtenNumber } from '#lib/assistance/activities/rules';
import {
  deliveries,
  fundings,
  genderMarkers,
  kinds,
  longestActivity as longest,
  standingStatuses,
  themes,
  type Activity,
  type StateIn,
} from '#lib/assistance/activities/vocabulary';
import { categoryCodes } from '#lib/convention/categories';
import { chapterOfArticle } from '#lib/convention/chapters';
import type { FindState } from '#lib/convention/find-state';
import { locales } from '#lib/convention/names';
import { regionCodes } from '#lib/convention/regions';
import { isDate } from '#lib/text/dates';
import { readable, tidy } from '#lib/text/tidy';
import { targetGroups } from '#lib/needs/model/vocabulary';
import { oneLine } from '#lib/text/one-line';

config({ jitless: true });

const say = (key: string) => `assistance.errors.${key}`;

const line = (most: number, long: string) =>
  string(say('unreadable')).check(
    trim(),
    maxLength(most, say(long)),
    regex(oneLine, say('unreadable')),
  );
const orNull = <T extends string>(text: T) => text || null;
const codeOf = <T extends string>(allowed: readonly T[], key: string) =>
  pipe(
    string(say(key)).check(refine((value) => allowed.includes(value as T), say(key))),
    transform((value) => value as T),
  );
const codesOf = <T extends string>(allowed: readonly T[], key: string) =>
  pipe(
    array(string()).check(
      maxLength(200, say(key)),
      refine((values) => values.every((value) => allowed.includes(value as T)), say(key)),
    ),
    transform((values) => allowed.filter((code) => values.includes(code))),
  );
const date = pipe(
  string().check(
    trim(),
    refine((value) => value === '' || isDate(value), say('noSuchDate')),
  ),
  transform(orNull),
);
const block = string().check(
  maxLength(20_000, say('listTooLong')),
  refine(readable, say('unreadable')),
);
const names = pipe(
  block.check(
    refine((text) => linesOf(text).length <= longest.entries, say('listTooLong')),
    refine(
      (text) => linesOf(text).every((name) => name.length <= longest.name),
      say('nameTooLong'),
    ),
  ),
  transform((text) => [...new Set(linesOf(text).map(tidy))]),
);
const entries = (text: string) => text.split(/[\s,;،؛；、]+/).filter(Boolean);
const list = array(string()).check(maxLength(100, say('listTooLong')));

const statesOf = (find: FindState) =>
  pipe(
    block.check(
      refine((text) => linesOf(text).length <= longest.entries, say('listTooLong')),
      refine((text) => linesOf(text).every((name) => 'code' in find(name)), say('unknownState')),
    ),
    transform((text) =>
      [
        ...new Set(
          linesOf(text).flatMap((name) => {
            const found = find(name);
            return 'code' in found ? [found.code] : [];
          }),
        ),
      ].toSorted(),
    ),
  );

const isAddress = (url: string) =>
  URL.canParse(url) &&
  new URL(url).protocol === 'https:' &&
  new URL(url).username === '' &&
  oneLine.test(url);

/**
 * An activity as a form, the API or a file gives it; the provider is named, and resolved by the
 * command.
 */
export const activitySchema = ({
  find,
  topics,
  unitMeant,
}: Readonly<{
  find: FindState;
  topics: readonly string[];
  /** The code of a unit that a text names, else the text. */ unitMeant: (text: string) => string;
}>) =>
  pipe(
    object({
      theme: codeOf(themes, 'chooseTheme'),
      kind: codeOf(kinds, 'chooseKind'),
      title: line(longest.title, 'titleTooLong').check(minLength(1, say('enterTitle'))),
      description: pipe(
        string().check(
          maxLength(longest.description, say('descriptionTooLong')),
          refine(readable, say('unreadable')),
        ),
        transform((text) => orNull(tidy(text))),
      ),
      language: codeOf(locales, 'chooseLanguage'),
      organisation: pipe(line(longest.name, 'nameTooLong'), transform(orNull)),
      partners: names,
      recipients: statesOf(find),
      hosts: statesOf(find),
      areas: names,
      regions: codesOf(regionCodes, 'unknownRegion'),
      articles: pipe(
        string().check(
          maxLength(500, say('unknownArticle')),
          refine(
            (text) =>
              entries(text).every(
                (each) => /^\d{1,2}$/.test(each) && chapterOfArticle(Number(each)) !== undefined,
              ),
            say('unknownArticle'),
          ),
        ),
        transform((text) => [...new Set(entries(text).map(Number))].toSorted((a, b) => a - b)),
      ),
      categories: codesOf(categoryCodes, 'unknownCategory'),
      topics: codesOf(topics, 'unknownTopic'),
      from: date,
      until: date,
      period: pipe(line(longest.period, 'periodTooLong'), transform(orNull)),
      status: codeOf(standingStatuses, 'chooseStatus'),
      delivery: pipe(
        string().check(
          refine(
            (value) => value === '' || deliveries.includes(value as never),
            say('unknownDelivery'),
          ),
        ),
        transform((value) => orNull(value as (typeof deliveries)[number])),
      ),
      targetGroups: codesOf(targetGroups, 'unknownTargetGroup'),
      gender: codeOf(genderMarkers, 'chooseGender'),
      numberValue: list,
      numberQualifier: list,
      numberUnit: list,
      beneficiaries: pipe(
        string().check(maxLength(40, say('numberUnreadable')), (payload) => {
          const read = payload.value.trim() === '' ? undefined : writtenNumber(payload.value);
          if (read && 'fault' in read)
            payload.issues.push({ code: 'custom', message: say(read.fault), input: payload.value });
        }),
        transform((text) => {
          const read = text.trim() === '' ? undefined : writtenNumber(text);
          return read && 'value' in read ? read.value : null;
        }),
      ),
      resolutions: pipe(
        string().check(
          maxLength(500, say('unknownResolution')),
          refine(
            (text) => entries(text).every((each) => /^\d{1,2}\/\d{1,2}$/.test(each)),
            say('unknownResolution'),
          ),
        ),
        transform((text) => [...new Set(entries(text))]),
      ),
      /**
       * Registration agency, registration number and the activity's own part; IATI allows no blanks
       * and none of `/ & | ?`.
       */
      iati: pipe(
        line(longest.iati, 'iatiUnreadable').check(
          refine(
            (value) => value === '' || /^[A-Z]{2}-[A-Z0-9]+-[^\s/&|?]+$/.test(value),
            say('iatiUnreadable'),
          ),
        ),
        transform(orNull),
      ),
      documentTitle: list,
      documentUrl: list,
      funding: codeOf(fundings, 'chooseFunding'),
    }).check((payload) => {
      const { from, until, numberValue, numberUnit, documentTitle, documentUrl } = payload.value;
      const fault = (field: keyof ActivityFields, key: string) => {
        payload.issues.push({
          code: 'custom',
          message: say(key),
          path: [field],
          input: payload.value,
        });
      };
      if (from && until && until < from) fault('until', 'untilBeforeFrom');
      for (const { fault: key, field } of numbersIn(payload.value)) if (key) fault(field, key);
      if (
        documentUrl.some((url, i) =>
          url.trim() !== '' || (documentTitle[i] ?? '').trim() !== ''
            ? url.length > longest.url || !isAddress(url.trim())
            : false,
        )
      )
        fault('documentUrl', 'documentAddress');
      if (documentTitle.some((title) => title.length > longest.title || !oneLine.test(title)))
        fault('documentTitle', 'titleTooLong');
      if (numberValue.length > 20 || numberUnit.length > 100) fault('numberValue', 'listTooLong');
    }),
    transform(
      ({
        recipients,
        hosts,
        organisation,
        numberValue,
        numberQualifier,
        numberUnit,
        documentTitle,
        documentUrl,
        ...rest
      }): Omit<Activity, 'organisationId'> & { organisation: string | null } => ({
        ...rest,
        organisation,
        states: [
          ...recipients.map((code): StateIn => ({ code, role: 'recipient' })),
          ...hosts.map((code): StateIn => ({ code, role: 'host' })),
        ],
        numbers: numbersIn({ numberValue, numberQualifier, numberUnit }).flatMap(({ number }) =>
          number ? [{ ...number, unit: unitMeant(number.unit) }] : [],
        ),
        documents: documentUrl.flatMap((url, i) =>
          url.trim() === ''
            ? []
            : [{ title: (documentTitle[i] ?? '').trim() || url.trim(), url: url.trim() }],
        ),
      }),
    ),
  );

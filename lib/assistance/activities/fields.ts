import { locales, type Locale } from '#lib/convention/names';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { GivenTranslations } from '#lib/assistance/activities/translations';
import type { Activity } from '#lib/assistance/activities/vocabulary';

/** Form fields with one text each. Lists of names have one name a line. */
export const textFieldNames = [
  'theme',
  'kind',
  'title',
  'description',
  'language',
  'organisation',
  'partners',
  'recipients',
  'hosts',
  'areas',
  'articles',
  'from',
  'until',
  'period',
  'status',
  'delivery',
  'gender',
  'beneficiaries',
  'resolutions',
  'iati',
  'funding',
] as const;
export const listFieldNames = [
  'regions',
  'categories',
  'topics',
  'targetGroups',
  'numberValue',
  'numberQualifier',
  'numberUnit',
  'documentTitle',
  'documentUrl',
] as const;
export type ActivityFields = Readonly<
  Record<(typeof textFieldNames)[number], string> &
    Record<(typeof listFieldNames)[number], readonly string[]>
> &
  Readonly<{
    /** What the note prints; missing where it stays as it is, as in an imported file. */
    note?: GivenTranslations & Readonly<{ part: string }>;
  }>;

/** The name of the field with the description in another language. */
export const translationField = (locale: Locale) => `description-${locale}` as const;

/** Reads what the note prints, from a form that has the fields for it. */
function readNoteFields(form: FormFields): Pick<ActivityFields, 'note'> {
  if (form.part === undefined) return {};
  const texts = Object.fromEntries(
    locales
      .filter((locale) => form[translationField(locale)] !== undefined)
      .map((locale) => [locale, textOf(form, translationField(locale))]),
  );
  return { note: { texts, confirmed: listOf(form, 'confirmed'), part: textOf(form, 'part') } };
}

export const readActivityFields = (form: FormFields): ActivityFields => ({
  ...(Object.fromEntries(textFieldNames.map((name) => [name, textOf(form, name)])) as Record<
    (typeof textFieldNames)[number],
    string
  >),
  ...(Object.fromEntries(listFieldNames.map((name) => [name, listOf(form, name)])) as Record<
    (typeof listFieldNames)[number],
    string[]
  >),
  ...readNoteFields(form),
});

/** Splits a list of names into its lines. */
export const splitLines = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Fills a form with an activity; `nameOfState` returns the name for a code. */
export const activityToFields = (
  activity: Activity,
  organisation: string | null,
  nameOfState: (code: string) => string,
): ActivityFields => ({
  theme: activity.theme,
  kind: activity.kind,
  title: activity.title,
  description: activity.description ?? '',
  language: activity.language,
  organisation: organisation ?? '',
  partners: activity.partners.join('\n'),
  recipients: activity.states
    .filter(({ role }) => role === 'recipient')
    .map(({ code }) => nameOfState(code))
    .join('\n'),
  hosts: activity.states
    .filter(({ role }) => role === 'host')
    .map(({ code }) => nameOfState(code))
    .join('\n'),
  areas: activity.areas.join('\n'),
  articles: activity.articles.join(', '),
  from: activity.from ?? '',
  until: activity.until ?? '',
  period: activity.period ?? '',
  status: activity.status,
  delivery: activity.delivery ?? '',
  gender: activity.gender,
  beneficiaries: activity.beneficiaries === null ? '' : String(activity.beneficiaries),
  resolutions: activity.resolutions.join(', '),
  iati: activity.iati ?? '',
  funding: activity.funding,
  regions: activity.regions,
  categories: activity.categories,
  topics: activity.topics,
  targetGroups: activity.targetGroups,
  numberValue: activity.numbers.map(({ value }) => String(value)),
  numberQualifier: activity.numbers.map(({ qualifier }) => qualifier),
  numberUnit: activity.numbers.map(({ unit }) => unit),
  documentTitle: activity.documents.map(({ title }) => title),
  documentUrl: activity.documents.map(({ url }) => url),
  note: {
    texts: Object.fromEntries(
      Object.entries(activity.translations ?? {}).map(([locale, { text }]) => [locale, text]),
    ),
    confirmed: [],
    part: String(activity.part ?? 1),
  },
});

/** The fields as a form has them. */
export function fieldsToForm({ note, ...fields }: ActivityFields): FormFields {
  const own = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? [value] : value,
  ]);
  const texts = locales.map((locale) => [translationField(locale), [note?.texts[locale] ?? '']]);
  return Object.fromEntries([...own, ...texts, ['part', [note?.part ?? '1']]]);
}

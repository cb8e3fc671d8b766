import { maxOrganisationNameLength } from '#lib/people/organisations/vocabulary';
import type { ActivityStatus } from '#lib/needs/fulfilment/vocabulary';
import type { Category } from '#lib/convention/categories';
import type { Locale, Names } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import themeNames from './theme-names.json' with { type: 'json' };

/** The thirteen themes of part III of the note, in its order. */
export const themes = [
  'hubs-and-platforms',
  'laws-policies-institutions',
  'public-procurement',
  'private-sector',
  'international-investment',
  'judicial-integrity',
  'education-and-youth',
  'health',
  'whistle-blowers',
  'environment',
  'sport',
  'audit-institutions',
  'conflict-situations',
] as const;
export type Theme = (typeof themes)[number];
export const isTheme = (code: string): code is Theme => themes.some((theme) => theme === code);
export const themeName = (theme: Theme, locale: Locale): string =>
  (themeNames satisfies Readonly<Record<Theme, Names>>)[theme][locale];

export const activityKinds = [
  'legislative-advice',
  'institutional-advice',
  'advice',
  'policy',
  'training',
  'tool',
  'knowledge-product',
  'platform',
  'hub',
  'event',
  'network',
  'awareness',
  'education',
  'partnership',
  'mainstreaming',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** A host is where something takes place; it is assisted only if it is a recipient too. */
export const stateRoles = ['recipient', 'host'] as const;
export type StateRole = (typeof stateRoles)[number];

export const deliveryModes = ['remote', 'in-person', 'mixed'] as const;
export const genderMarkers = ['none', 'significant', 'principal'] as const;
export const fundingStatuses = ['none', 'sought', 'partly', 'secured'] as const;
/** How a reported number is meant: exactly, as a lower bound, or counted from a list of names. */
export const qualifiers = ['exactly', 'more-than', 'counted'] as const;
/** Statuses that an entry can have. A cancelled activity cannot be changed. */
export const editableStatuses = [
  'planned',
  'under-way',
  'completed',
] as const satisfies readonly ActivityStatus[];
export const activityVerbs = ['enter', 'import', 'change', 'cancel'] as const;
export type ActivityVerb = (typeof activityVerbs)[number];

export const hubKinds = ['hub', 'platform'] as const;
export type HubKind = (typeof hubKinds)[number];
export const hubVerbs = ['enter', 'change'] as const;
export type HubVerb = (typeof hubVerbs)[number];

/** Subjects of an activity by which lists are filtered. */
export const subjectKinds = ['region', 'article', 'category', 'topic'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export type InvolvedState = Readonly<{ code: string; role: StateRole }>;
export type ReportedNumber = Readonly<{
  value: number;
  qualifier: (typeof qualifiers)[number];
  unit: string;
}>;
/** A translation, and the text that it was made of. */
export type TranslatedText = Readonly<{ text: string; from: string }>;
export type ActivityDocument = Readonly<{ title: string; url: string }>;

/** Longest values in characters, and the most entries of a list. */
export const activityLimits = {
  title: 300,
  description: 4000,
  name: maxOrganisationNameLength,
  period: 200,
  unit: 120,
  iati: 120,
  url: 500,
  entries: 200,
  parts: 9,
} as const;

/** The content of an activity, as each version stores it. */
export type Activity = Readonly<{
  theme: Theme;
  kind: ActivityKind;
  title: string;
  description: string | null;
  language: Locale;
  /** The description in other languages; missing in versions from before there were any. */
  translations?: Readonly<Partial<Record<Locale, TranslatedText>>>;
  /** The paragraph of its theme in which the note prints the description; missing: the first. */
  part?: number;
  organisationId: string | null;
  partners: readonly string[];
  /** Codes of States of the Convention, or of placeholder States of a demonstration. */
  states: readonly InvolvedState[];
  regions: readonly Region[];
  /** Areas by the names that a source gives them: “South America and Mexico”. */
  areas: readonly string[];
  articles: readonly number[];
  categories: readonly Category[];
  topics: readonly string[];
  from: string | null;
  until: string | null;
  /** The period in the words of a source, if it gives no dates or more than dates. */
  period: string | null;
  status: ActivityStatus;
  delivery: (typeof deliveryModes)[number] | null;
  targetGroups: readonly string[];
  gender: (typeof genderMarkers)[number];
  numbers: readonly ReportedNumber[];
  beneficiaries: number | null;
  /** Resolutions of the Conference: `9/4`. */
  resolutions: readonly string[];
  iati: string | null;
  documents: readonly ActivityDocument[];
  funding: (typeof fundingStatuses)[number];
}>;

/** The content of a hub or platform, as each version stores it. */
export type Hub = Readonly<{
  kind: HubKind;
  name: string;
  description: string | null;
  language: Locale;
  parentId: string | null;
  /** A date, a month (`2021-09`) or a year. */
  startedOn: string | null;
  endedOn: string | null;
  themes: readonly Theme[];
  /** The code of the State where it is. */
  location: string | null;
  states: readonly string[];
  regions: readonly Region[];
  areas: readonly string[];
}>;

import {
  labelOf,
  activityColumns,
  type CodedColumn,
  type ActivityColumn,
} from '#lib/assistance/activities/labels';
import type { ActivityView } from '#lib/assistance/activities/queries';
import { unitName } from '#lib/assistance/activities/units';
import type { ReportedNumber } from '#lib/assistance/activities/vocabulary';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { translator } from '#lib/text/i18n';
import type { Vocabulary } from '#lib/needs/store/queries';

const separator = '; ';
/** The mark before a number: more than, or counted from a list. */
const qualifierMarks: Readonly<Record<ReportedNumber['qualifier'], string>> = {
  exactly: '',
  'more-than': '> ',
  counted: '# ',
};

/** Returns the cells of an activity, in the columns and labels that the import reads. */
export function activityCells(
  locale: Locale,
  { reference, organisation, fullAccess: whole, content }: ActivityView,
  vocabulary: Pick<Vocabulary, 'topics'>,
): string[] {
  const label = (column: CodedColumn, code: string) => labelOf(locale, column, code, vocabulary);
  const states = (role: 'recipient' | 'host') =>
    content.states
      .filter((each) => each.role === role)
      .map(({ code }) => stateName(code, locale))
      .join(separator);
  const cells: Readonly<Record<ActivityColumn, string>> = {
    ref: reference,
    theme: label('theme', content.theme),
    kind: label('kind', content.kind),
    title: content.title,
    description: content.description ?? '',
    language: label('language', content.language),
    organisation: organisation ?? '',
    partners: content.partners.join(separator),
    recipients: states('recipient'),
    hosts: states('host'),
    areas: content.areas.join(separator),
    regions: content.regions.map((code) => label('regions', code)).join(separator),
    articles: content.articles.join(separator),
    categories: content.categories.map((code) => label('categories', code)).join(separator),
    topics: content.topics.map((code) => label('topics', code)).join(separator),
    from: content.from ?? '',
    until: content.until ?? '',
    period: content.period ?? '',
    status: label('status', content.status),
    delivery: content.delivery ? label('delivery', content.delivery) : '',
    targetGroups: content.targetGroups.map((code) => label('targetGroups', code)).join(separator),
    gender: label('gender', content.gender),
    numbers: content.numbers
      .map(
        ({ value, qualifier, unit }) =>
          `${qualifierMarks[qualifier]}${value} ${unitName(translator(locale), unit, value)}`,
      )
      .join(separator),
    beneficiaries: content.beneficiaries === null ? '' : String(content.beneficiaries),
    resolutions: content.resolutions.join(separator),
    iati: content.iati ?? '',
    documents: content.documents.map(({ title, url }) => `${title} ${url}`).join(separator),
    funding: whole ? label('funding', content.funding) : '',
  };
  return activityColumns.map((column) => cells[column]);
}

import 'server-only';
import type { Actor } from '#lib/base/actor';
import { linesOf } from '#lib/assistance/activities/fields';
import { knownToActivities } from '#lib/assistance/activities/known';
import { organisationsSeen } from '#lib/people/organisations/organisations';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatChoice } from '#lib/text/format';
import { vocabulary } from '#lib/needs/store/queries';

export type NameUnfound = Readonly<{ name: string; likely: string }>;

export type ActivityFormOptions = Readonly<{
  topics: readonly Readonly<{ value: string; label: string }>[];
  organisations: readonly string[];
  unfound: (text: string) => NameUnfound[];
}>;

/**
 * Options for the forms of activities and hubs: topics and providers by name, and suggestions for
 * names that are no State's.
 */
export async function formChoices(actor: Actor, locale: Locale): Promise<ActivityFormOptions> {
  const [{ find }, { topics }, organisations] = await Promise.all([
    knownToActivities(actor),
    vocabulary(actor),
    organisationsSeen(actor),
  ]);
  return {
    topics: topics.map(({ code, names }) => ({ value: code, label: names[locale] })),
    organisations: organisations.map(({ name }) => name),
    unfound: (text: string): NameUnfound[] =>
      linesOf(text)
        .slice(0, 200)
        .flatMap((name) => {
          const result = find(name);
          return 'code' in result
            ? []
            : [
                {
                  name: name.slice(0, 100),
                  likely: formatChoice(
                    locale,
                    result.likely.map((code) => stateName(code, locale)),
                  ),
                },
              ];
        }),
  };
}

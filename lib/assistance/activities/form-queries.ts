import 'server-only';
import type { Actor } from '#lib/base/actor';
import { splitLines } from '#lib/assistance/activities/fields';
import { loadActivityReferences } from '#lib/assistance/activities/references';
import { listOrganisations } from '#lib/people/organisations/organisations';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatChoice } from '#lib/text/format';
import { vocabulary } from '#lib/needs/store/queries';

type UnknownName = Readonly<{ name: string; likely: string }>;

export type ActivityFormOptions = Readonly<{
  topics: readonly Readonly<{ value: string; label: string }>[];
  organisations: readonly string[];
  unknownNames: (text: string) => UnknownName[];
}>;

/**
 * Options for the forms of activities and hubs: topics and providers by name, and suggestions for
 * names that are no State's.
 */
export async function activityFormOptions(
  actor: Actor,
  locale: Locale,
): Promise<ActivityFormOptions> {
  const [{ find }, { topics }, organisations] = await Promise.all([
    loadActivityReferences(actor),
    vocabulary(actor),
    listOrganisations(actor),
  ]);
  return {
    topics: topics.map(({ code, names }) => ({ value: code, label: names[locale] })),
    organisations: organisations.map(({ name }) => name),
    unknownNames: (text: string): UnknownName[] =>
      splitLines(text)
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

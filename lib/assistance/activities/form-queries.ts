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

/**
 * What the forms of activities and hubs need: topics and providers by name, and for names that are
 * no State's the likely ones.
 */
export async function formChoices(actor: Actor, locale: Locale) {
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
          const found = find(name);
          return 'code' in found
            ? []
            : [
                {
                  name: name.slice(0, 100),
                  likely: formatChoice(
                    locale,
                    found.likely.map((code) => stateName(code, locale)),
                  ),
                },
              ];
        }),
  };
}

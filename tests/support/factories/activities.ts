import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { enterActivity } from '#lib/assistance/activities/commands';
import { readActivityFields, type ActivityFields } from '#lib/assistance/activities/fields';
import { enterOrganisation } from '#lib/people/organisations/organisations';
import { valueOf } from '#tests/support/factories/outcomes';
import { manager, signedIn } from '#tests/support/factories/people';

/** What a form sends of an activity that can be entered, with some of it changed. */
export const activityFields = (more: Partial<ActivityFields> = {}): ActivityFields => ({
  ...readActivityFields({}),
  theme: 'judicial-integrity',
  kind: 'training',
  title: 'Training of judges',
  language: 'en',
  status: 'under-way',
  gender: 'none',
  funding: 'none',
  ...more,
});

/** An activity entered by this person, by its id. */
export async function activity(by: Actor, more: Partial<ActivityFields> = {}): Promise<string> {
  return valueOf(await enterActivity(by, { id: randomUUID(), fields: activityFields(more) })).id;
}

/** A provider of an organisation that no other test knows. */
export async function provider(): Promise<Actor & { organisationId: string }> {
  const { id } = valueOf(
    await enterOrganisation(await manager(), { name: `Organisation ${randomUUID()}` }),
  );
  return { ...(await signedIn({ role: 'provider', organisationId: id })), organisationId: id };
}

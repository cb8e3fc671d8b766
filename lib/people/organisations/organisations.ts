import 'server-only';
import { randomUUID } from 'node:crypto';
import { asc, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { read, type Reader, type Writer } from '#db/client';
import { organisation } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { longestOrganisationName } from '#lib/people/organisations/vocabulary';
import { done, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { folded } from '#lib/text/folding';
import { readable, tidy } from '#lib/text/tidy';
import { oneLine } from '#lib/text/one-line';

export type OrganisationSeen = Readonly<{ id: string; name: string }>;

/** The providers by name. They are named in every activity that is open to all. */
export const organisationsSeen = (
  _actor: Actor,
  from: Reader | Writer = read(),
): Promise<OrganisationSeen[]> =>
  from
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(isNull(organisation.toSeq))
    .orderBy(asc(organisation.name), asc(organisation.id));

export const organisationById = async (
  from: Reader | Writer,
  id: string | null,
): Promise<OrganisationSeen | undefined> =>
  (id === null
    ? []
    : await from
        .select({ id: organisation.id, name: organisation.name })
        .from(organisation)
        .where(eq(organisation.id, id))
  )[0];

/**
 * The organisation of this name, entered if it is new. Names that differ by case, marks or blanks
 * alone are one.
 */
export async function organisationNamed(
  tx: Writer,
  actor: Actor,
  name: string,
): Promise<OrganisationSeen> {
  const nameFolded = folded(name);
  const [known] = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.nameFolded, nameFolded));
  if (known) return known;
  const id = randomUUID();
  const fromSeq = await recordChange(tx, {
    actorId: actor.accountId!,
    verb: 'enter',
    entity: 'organisation',
    entityId: id,
    data: { name },
  });
  await tx.insert(organisation).values({
    id,
    name,
    nameFolded,
    createdBy: actor.accountId!,
    createdAt: new Date().toISOString(),
    fromSeq,
  });
  return { id, name };
}

/**
 * Who provides what this actor enters: a provider always the own organisation, whatever the form
 * says.
 */
export async function providerOf(
  tx: Writer,
  actor: Actor,
  name: string | null,
): Promise<OrganisationSeen | null> {
  if (actor.role === 'provider') return (await organisationById(tx, actor.organisationId)) ?? null;
  return name === null ? null : organisationNamed(tx, actor, name);
}

/** Enters an organisation by itself, so that providers of it can be invited. */
export async function enterOrganisation(
  actor: Actor,
  { name }: { name: string },
): Promise<Outcome<OrganisationSeen>> {
  if (actor.role !== 'manager' && actor.role !== 'administrator' && actor.role !== 'system')
    return forbidden('role');
  const given = tidy(name);
  if (given === '' || !readable(given) || !oneLine.test(given))
    return invalid('name', 'assistance.errors.enterOrganisation');
  if (given.length > longestOrganisationName)
    return invalid('name', 'assistance.errors.nameTooLong');
  return attempt(async (tx) => done(await organisationNamed(tx, actor, given)));
}

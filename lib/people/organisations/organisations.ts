import 'server-only';
import { randomUUID } from 'node:crypto';
import { asc, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { read, type Reader, type Writer } from '#db/client';
import { organisation } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { maxOrganisationNameLength } from '#lib/people/organisations/vocabulary';
import { done, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { foldText } from '#lib/text/folding';
import { isStorable, normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';

export type OrganisationView = Readonly<{ id: string; name: string }>;

/** The organisations by name. Every public activity names its provider. */
export const listOrganisations = (
  _actor: Actor,
  connection: Reader | Writer = read(),
): Promise<OrganisationView[]> =>
  connection
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(isNull(organisation.toSeq))
    .orderBy(asc(organisation.name), asc(organisation.id));

const organisationById = async (
  connection: Reader | Writer,
  id: string | null,
): Promise<OrganisationView | undefined> =>
  (id === null
    ? []
    : await connection
        .select({ id: organisation.id, name: organisation.name })
        .from(organisation)
        .where(eq(organisation.id, id))
  )[0];

/**
 * Finds an organisation by name, or creates it. Names that differ only in case, diacritics or
 * blanks are the same.
 */
export async function findOrCreateOrganisation(
  tx: Writer,
  actor: Actor,
  name: string,
): Promise<OrganisationView> {
  const nameFolded = foldText(name);
  const [existing] = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.nameFolded, nameFolded));
  if (existing) return existing;
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
 * The provider of an entry: for a provider always their own organisation, whatever the form says.
 */
export async function providerForEntry(
  tx: Writer,
  actor: Actor,
  name: string | null,
): Promise<OrganisationView | null> {
  if (actor.role === 'provider') return (await organisationById(tx, actor.organisationId)) ?? null;
  return name === null ? null : findOrCreateOrganisation(tx, actor, name);
}

/** Creates an organisation without an activity, so that its providers can be invited. */
export async function enterOrganisation(
  actor: Actor,
  { name }: { name: string },
): Promise<Outcome<OrganisationView>> {
  if (actor.role !== 'manager' && actor.role !== 'administrator' && actor.role !== 'system')
    return forbidden('role');
  const trimmed = normaliseLine(name);
  if (trimmed === '' || !isStorable(trimmed) || !singleLinePattern.test(trimmed))
    return invalid('name', 'assistance.errors.enterOrganisation');
  if (trimmed.length > maxOrganisationNameLength)
    return invalid('name', 'assistance.errors.nameTooLong');
  return runCommand(async (tx) => done(await findOrCreateOrganisation(tx, actor, trimmed)));
}

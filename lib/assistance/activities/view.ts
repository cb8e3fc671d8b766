import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client';
import { organisation } from '#db/schema';
import { assistance, assistanceVersion } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import { fullAccessActivities } from '#lib/assistance/activities/scope';
import type { Activity } from '#lib/assistance/activities/vocabulary';
import type { ActivityStatus } from '#lib/needs/fulfilment/vocabulary';

/** An activity as an actor sees it. Without full access the funding is hidden. */
export type ActivityView = Readonly<{
  id: string;
  reference: string;
  version: number;
  organisation: string | null;
  status: ActivityStatus;
  updatedAt: string;
  /** Whether the actor also sees funding and history. */
  fullAccess: boolean;
  content: Activity;
}>;

/** Selects activities with what a view needs; add conditions on `assistance` with `where`. */
export const selectActivities = (actor: Actor, connection: Reader | Writer) =>
  connection
    .select({
      id: assistance.id,
      reference: assistance.reference,
      version: assistance.version,
      organisation: organisation.name,
      status: assistance.status,
      updatedAt: assistance.updatedAt,
      whole: sql<boolean | number>`(${fullAccessActivities(actor)})`,
      content: assistanceVersion.content,
    })
    .from(assistance)
    .innerJoin(
      assistanceVersion,
      and(
        eq(assistanceVersion.assistanceId, assistance.id),
        eq(assistanceVersion.version, assistance.version),
      ),
    )
    .leftJoin(organisation, eq(organisation.id, assistance.organisationId));

export const toActivityView = ({
  whole,
  content,
  ...row
}: Awaited<ReturnType<typeof selectActivities>>[number]): ActivityView => ({
  ...row,
  fullAccess: Boolean(whole),
  content: whole ? content : { ...content, funding: 'none' },
});

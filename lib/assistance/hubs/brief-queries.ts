import 'server-only';
import type { Actor } from '#lib/base/actor';
import { renderHubBrief, type HubBriefInput } from '#lib/assistance/hubs/brief';
import { needsOfHub } from '#lib/assistance/hubs/needs';
import { hubById } from '#lib/assistance/hubs/queries';
import { activitiesOfHub } from '#lib/assistance/hubs/activities';
import type { Locale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import type { FinishedNote } from '#lib/documents/model/document';
import { latestSeenRevision } from '#lib/counting/facts/revisions';
import { runInWorker, megabyte } from '#lib/base/worker-thread';

/** The brief of a hub as the actor sees it; undefined if the hub does not exist for them. */
export async function hubBriefFor(
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<FinishedNote | undefined> {
  const hub = await hubById(actor, id);
  if (!hub) return undefined;
  const revision = await latestSeenRevision(actor);
  const input: HubBriefInput = {
    hub,
    needs: await needsOfHub(actor, hub),
    activities: await activitiesOfHub(actor, hub),
    terms: await vocabulary(actor),
    revision,
    day: today(),
  };
  return renderHubBrief(locale, translator(locale), input);
}

/** The brief as a Word document; `busy` if the worker runs out of time or memory. */
export async function hubBriefDocx(
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<Uint8Array | undefined | 'busy'> {
  const brief = await hubBriefFor(actor, id, locale);
  if (!brief) return undefined;
  return runInWorker<Uint8Array | 'busy'>(
    {
      of: actor.accountId ?? 'public',
      file: ['lib', 'assistance', 'hubs', 'brief-worker.ts'],
      limits: { seconds: 20, heap: 256 * megabyte, outside: 128 * megabyte },
      data: brief,
    },
    () => 'busy',
  );
}

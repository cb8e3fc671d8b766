import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isNotNull } from 'drizzle-orm';
import { read, transaction } from '#db/client';
import { systemAccount } from '#db/register';
import { assistance, hub } from '#db/schema/assistance';
import { systemActor } from '#lib/base/actor';
import { insertActivity } from '#lib/assistance/activities/write-activity';
import { readActivityFields, type ActivityFields } from '#lib/assistance/activities/fields';
import { enterHub } from '#lib/assistance/hubs/commands';
import { readHubFields, type HubFields } from '#lib/assistance/hubs/schema';
import { loadActivityReferences } from '#lib/assistance/activities/references';
import type { Outcome } from '#lib/base/errors';

/**
 * Facts of the 2023 note, and invented activities between placeholder States, with their providers.
 */
const seedFiles = {
  assistance: 'United Nations Office on Drugs and Crime',
  'assistance-placeholder': 'Demonstration Centre for Integrity',
} as const;

const readSeed = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../db/seed/demonstration/${name}.json`, import.meta.url), 'utf8'),
  ) as T;

/** `texts`: the description in the other languages; `part`: the paragraph of the note for it. */
type SeedEntry = Partial<Omit<ActivityFields, 'note'>> &
  Readonly<{ ref: string; texts?: Readonly<Record<string, string>>; part?: string }>;

type Unwrap = <T>(outcome: Outcome<T>) => T;

/** Enters the activities of the demonstration with the commands of the register. */
async function loadActivities(unwrap: Unwrap) {
  await transaction(async (tx) => {
    const actor = systemActor(await systemAccount(tx, 'Demonstration'), 'Demonstration');
    const references = await loadActivityReferences(actor, tx);
    for (const [name, organisation] of Object.entries(seedFiles)) {
      for (const { ref, texts = {}, part = '1', ...entry } of readSeed<readonly SeedEntry[]>(
        name,
      )) {
        const fields = {
          ...readActivityFields({}),
          language: 'en',
          gender: 'none',
          funding: 'none',
          organisation,
          ...entry,
          note: { texts, confirmed: [], part },
        };
        unwrap(
          await insertActivity(
            tx,
            actor,
            'import',
            { id: randomUUID(), fields, sourceRef: ref },
            references,
          ),
        );
      }
    }
  });
}

/**
 * Enters the hubs and platforms that the note names. It does not say which States they serve, so
 * they get placeholder States.
 */
async function loadHubs(unwrap: Unwrap) {
  const actorId = await transaction((tx) => systemAccount(tx, 'Demonstration'));
  const ids = new Map<string, string>();
  for (const { parent, ...entry } of readSeed<
    readonly (Partial<HubFields> & { name: string; parent?: string })[]
  >('hubs')) {
    const id = randomUUID();
    unwrap(
      await enterHub(systemActor(actorId, 'Demonstration'), {
        id,
        fields: {
          ...readHubFields({}),
          language: 'en',
          ...entry,
          parent: parent ? ids.get(parent)! : '',
        },
      }),
    );
    ids.set(entry.name, id);
  }
}

export async function loadAssistance(unwrap: Unwrap) {
  const [existingActivity] = await read()
    .select({ id: assistance.id })
    .from(assistance)
    .where(isNotNull(assistance.sourceRef))
    .limit(1);
  if (!existingActivity) await loadActivities(unwrap);
  const [existingHub] = await read().select({ id: hub.id }).from(hub).limit(1);
  if (!existingHub) await loadHubs(unwrap);
}

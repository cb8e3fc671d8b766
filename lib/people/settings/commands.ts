import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { setting } from '#db/schema/settings';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { currentSettings } from '#lib/people/settings/queries';
import { settingNames, settingOptions, type SettingName } from '#lib/people/settings/vocabulary';

/** Changes the given settings. Unchanged values are not recorded. */
export const changeSettings = (
  actor: Actor,
  input: Readonly<Record<string, string>>,
): Promise<Outcome<null>> =>
  runCommand(async (tx) => {
    if (actor.role !== 'administrator') return forbidden('role');
    const before = await currentSettings(actor, tx);
    for (const name of settingNames) {
      const value = input[name] ?? before[name];
      if (!(settingOptions[name] as readonly string[]).includes(value))
        return invalid(name, 'chooseSetting');
      if (value === before[name]) continue;
      await writeSetting(name, value);
    }
    return done(null);

    async function writeSetting(name: SettingName, value: string) {
      const seq = await recordChange(tx, {
        actorId: actor.accountId!,
        verb: 'set',
        entity: 'setting',
        entityId: name,
        data: { value },
      });
      await tx
        .update(setting)
        .set({ toSeq: seq })
        .where(and(eq(setting.name, name), isNull(setting.toSeq)));
      await tx.insert(setting).values({
        id: randomUUID(),
        name,
        value,
        setBy: actor.accountId!,
        at: new Date().toISOString(),
        fromSeq: seq,
      });
    }
  });

import 'server-only';
import { asc, desc, eq, isNull } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account } from '#db/schema';
import { setting } from '#db/schema/settings';
import type { Actor } from '#lib/base/actor';
import { settingOptions, type SettingName, type Settings } from '#lib/people/settings/vocabulary';

/** The current settings. Everybody may know them. */
export async function currentSettings(
  _actor: Actor,
  connection: Reader | Writer = read(),
): Promise<Settings> {
  const rows = await connection
    .select({ name: setting.name, value: setting.value })
    .from(setting)
    .where(isNull(setting.toSeq))
    .orderBy(asc(setting.name));
  const storedValues = new Map(rows.map(({ name, value }) => [name, value]));
  return Object.fromEntries(
    Object.entries(settingOptions).map(([name, values]) => [
      name,
      (values as readonly string[]).find((value) => value === storedValues.get(name)) ?? values[0],
    ]),
  ) as Settings;
}

export type SettingChange = Readonly<{ name: SettingName; value: string; by: string; at: string }>;

/** The history of the settings, latest first. */
export async function settingsHistory(_actor: Actor): Promise<SettingChange[]> {
  const rows = await read()
    .select({ name: setting.name, value: setting.value, by: account.name, at: setting.at })
    .from(setting)
    .innerJoin(account, eq(account.id, setting.setBy))
    .orderBy(desc(setting.fromSeq), asc(setting.id))
    .limit(100);
  return rows.map((row) => ({ ...row, name: row.name as SettingName }));
}

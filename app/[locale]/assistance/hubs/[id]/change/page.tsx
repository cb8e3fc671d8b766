import { hubById } from '#lib/assistance/hubs/queries';
import { hubToFields } from '#lib/assistance/hubs/schema';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage, MissingPage } from '../../../../missing-page';
import { HubFormPage } from '../../hub-form-page';

export default async function ChangeHub({
  params,
}: {
  params: Promise<{ locale: Locale; id: string }>;
}) {
  const { locale, id } = await params;
  const actor = await requireSignIn(locale, `/${locale}/assistance/hubs/${id}/change`);
  const hub = await hubById(actor, id);
  if (!hub) return <MissingPage locale={locale} />;
  if (actor.role !== 'manager') return <ForbiddenPage locale={locale} />;
  const stored = Object.fromEntries(
    Object.entries(hubToFields(hub, (code) => stateName(code, locale))).map(([name, value]) => [
      name,
      typeof value === 'string' ? [value] : value,
    ]),
  );
  return (
    <HubFormPage
      locale={locale}
      actor={actor}
      title={translator(locale)('hubs.changeTitle', { name: hub.name })}
      action={`/${locale}/assistance/hubs/${id}/edit`}
      hidden={{ version: String(hub.version) }}
      stored={stored}
      own={id}
    />
  );
}

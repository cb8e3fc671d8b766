import { activityToFields, fieldsToForm } from '#lib/assistance/activities/fields';
import { activityById } from '#lib/assistance/activities/queries';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { ActivityFormPage } from '../../activity-form-page';

export default async function ChangeActivity({
  params,
}: {
  params: Promise<{ locale: Locale; id: string }>;
}) {
  const { locale, id } = await params;
  const actor = await requireSignIn(locale, `/${locale}/assistance/${id}/change`);
  const activity = await activityById(actor, id);
  if (!activity) return <MissingPage locale={locale} />;
  if (!mayEnterActivities(actor) || !activity.fullAccess || activity.status === 'cancelled')
    return <ForbiddenPage locale={locale} />;
  const { reference, version, content, organisation } = activity;
  const fields = activityToFields(content, organisation, (code) => stateName(code, locale));
  return (
    <ActivityFormPage
      locale={locale}
      actor={actor}
      title={translator(locale)('assistance.changeTitle', { reference })}
      action={`/${locale}/assistance/${id}/edit`}
      hidden={{ version: String(version) }}
      stored={fieldsToForm(fields)}
      crumbs={[{ href: `/${locale}/assistance/${id}`, label: reference }]}
    />
  );
}

import { randomUUID } from 'node:crypto';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';
import { ActivityFormPage } from '../activity-form-page';

export default async function NewActivity({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const actor = await requireSignIn(locale, `/${locale}/assistance/new`);
  if (!mayEnterActivities(actor)) return <ForbiddenPage locale={locale} />;
  return (
    <ActivityFormPage
      locale={locale}
      actor={actor}
      title={translator(locale)('assistance.newTitle')}
      action={`/${locale}/assistance/enter`}
      hidden={{ id: randomUUID() }}
      stored={{}}
    />
  );
}

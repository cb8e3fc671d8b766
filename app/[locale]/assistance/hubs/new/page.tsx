import { randomUUID } from 'node:crypto';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../../../missing-page';
import { HubFormPage } from '../hub-form-page';

export default async function NewHub({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const actor = await requireSignIn(locale, `/${locale}/assistance/hubs/new`);
  if (actor.role !== 'manager') return <ForbiddenPage locale={locale} />;
  return (
    <HubFormPage
      locale={locale}
      actor={actor}
      title={translator(locale)('hubs.enter')}
      action={`/${locale}/assistance/hubs/enter`}
      hidden={{ id: randomUUID() }}
      stored={{}}
    />
  );
}

import { EditionForm } from '#components/notes/edition-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { visibleEditions } from '#lib/notes/store/queries';
import { mayWriteNotes } from '#lib/notes/store/permissions';
import { ForbiddenPage } from '../../missing-page';

export default async function NewEdition({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/notes/new`);
  if (!mayWriteNotes(actor)) return <ForbiddenPage locale={locale} />;
  const earlier = (await visibleEditions(actor)).map(({ id, symbol }) => ({ id, label: symbol }));
  const { form = {}, errors, notice } = formResult(locale, t);
  const title = t('notes.form.newTitle');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/notes`, label: t('notes.title') }]}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('notes.form.newLead')}</p>
      <EditionForm
        locale={locale}
        t={t}
        action={`/${locale}/notes/open`}
        by={actor.accountId!}
        form={form}
        errors={errors}
        earlier={earlier}
      />
    </Page>
  );
}

import { EditionForm } from '#components/notes/edition-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { editions } from '#lib/notes/queries';
import { writesNotes } from '#lib/notes/scope';
import { ForbiddenPage } from '../../missing-page';

export default async function NewEdition({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/notes/new`);
  if (!writesNotes(actor)) return <ForbiddenPage locale={locale} />;
  const earlier = (await editions(actor)).map(({ id, symbol }) => ({ id, label: symbol }));
  const { form = {}, errors, notice } = answered(locale, t);
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
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
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

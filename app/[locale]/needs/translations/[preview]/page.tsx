import { TranslationsTable } from '#components/needs/translations-table';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formResult } from '#lib/http/form-result';
import {
  translationsPreview,
  type TranslationsPreview,
} from '#lib/needs/translations/import-commands';
import { requireSignIn } from '#lib/sessions/auth';
import { translator, type Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = { params: Promise<{ locale: Locale; preview: string }> };

type ConfirmProps = Readonly<{
  t: Translate;
  path: string;
  by: string;
  preview: TranslationsPreview;
}>;

/** The button that imports a file without faults, or how many of its needs have some. */
function Confirm({ t, path, by, preview: { id, fingerprint, counts } }: ConfirmProps) {
  if (counts.wrong > 0)
    return (
      <Notice kind="warn">
        <p>{t('needTranslations.wrongLead', { count: counts.wrong })}</p>
        <p>
          <a href={path}>{t('imports.again')}</a>
        </p>
      </Notice>
    );
  const { new: added, changed, same } = counts;
  return (
    <>
      <p className="lead">{t('needTranslations.soundLead', { added, changed, same })}</p>
      <form method="post" action={`${path}/${id}/confirm`}>
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <div className="buttons">
          <button className="button">{t('needTranslations.confirm')}</button>
        </div>
      </form>
    </>
  );
}

/** What an import of translations would do, need by need, to be confirmed. */
export default async function PreviewTranslations({ params }: Params) {
  const { locale, preview } = await params;
  const t = translator(locale);
  const path = `/${locale}/needs/translations`;
  const actor = await requireSignIn(locale, `${path}/${preview}`);
  const found = await translationsPreview(actor, preview);
  if (!found.ok)
    return found.failure.kind === 'forbidden' ? (
      <ForbiddenPage locale={locale} />
    ) : (
      <MissingPage locale={locale} />
    );
  const { name, from, to, plan } = found.value;
  const { errors, notice, hasConflict } = formResult(locale, t, '/confirm');
  const shown = hasConflict
    ? { title: t('imports.movedTitle'), text: t('imports.movedText') }
    : notice;
  const title = t('imports.previewTitle', { name });
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/needs`, label: t('needs.title') },
        { href: path, label: t('needTranslations.title') },
      ]}
    >
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={shown} />
      <p>{t('needTranslations.fromTo', { from: languageNames[from], to: languageNames[to] })}</p>
      <Confirm {...{ t, path }} by={actor.accountId!} preview={found.value} />
      <TranslationsTable {...{ locale, t, to, plan }} />
    </Page>
  );
}

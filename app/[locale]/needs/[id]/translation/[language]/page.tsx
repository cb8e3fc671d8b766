import { needCrumbs } from '#components/needs/need-crumbs';
import { TranslationForm } from '#components/needs/translation-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Notice, Page } from '#components/ui/page';
import { isLocale, type Locale } from '#lib/convention/names';
import { formResult } from '#lib/http/form-result';
import { needById } from '#lib/needs/store/queries';
import { mayTranslate } from '#lib/needs/translations/permissions';
import { storedTranslations } from '#lib/needs/translations/queries';
import { lastNumberOf, translationOf } from '#lib/needs/translations/translation';
import { recordView } from '#lib/people/audit/commands';
import { requireSignIn } from '#lib/sessions/auth';
import { formatNumber } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { ForbiddenPage, MissingPage } from '../../../../missing-page';

type Params = { params: Promise<{ locale: Locale; id: string; language: string }> };

/** The translation of what a need says into a language, beside the original. */
export default async function TranslateNeed({ params }: Params) {
  const { locale, id, language } = await params;
  const t = translator(locale);
  const here = `/${locale}/needs/${id}/translation/${language}`;
  const actor = await requireSignIn(locale, here);
  const need = await needById(actor, id);
  if (!need || !isLocale(language) || language === need.language)
    return <MissingPage locale={locale} />;
  if (!mayTranslate(actor, need)) return <ForbiddenPage locale={locale} />;
  await recordView(actor, id);
  const stored = (await storedTranslations(actor, [id], language)).get(id) ?? [];
  const translation = translationOf(need, stored);
  const { form, errors, notice, isRestored } = formResult(locale, t, '/save');
  const title = t('needTranslations.translateInto', { language: languageNames[language] });
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={needCrumbs(locale, t, need)}
    >
      <h1>{title}</h1>
      {isRestored ? <Confirmation>{t('form.kept')}</Confirmation> : null}
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {translation?.state === 'outdated' ? (
        <Notice kind="warn">
          <p>
            {t('needTranslations.outdatedLead', {
              version: formatNumber(locale, translation.ofVersion),
            })}
          </p>
        </Notice>
      ) : null}
      <p className="lead">{t('needTranslations.lead')}</p>
      <TranslationForm
        {...{ t, need, language, translation, form, errors }}
        action={`${here}/save`}
        by={actor.accountId!}
        follows={lastNumberOf(stored, language)}
      />
    </Page>
  );
}

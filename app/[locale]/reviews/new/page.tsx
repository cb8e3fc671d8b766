import { FormResultNotice } from '#components/ui/form-result-notice';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField } from '#components/ui/field';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import { cycles } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regions } from '#lib/convention/regions';
import { conventionStates } from '#lib/convention/states';
import { textOf, type FormFields } from '#lib/http/form';
import { translator, type Translate } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

type FormProps = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  form: FormFields;
  errors: readonly FormError[];
}>;

/** The form that creates a review of a State in a cycle. */
function ReviewForm({ locale, t, by, form, errors }: FormProps) {
  const states = conventionStates
    .map(({ code, names }) => ({ value: code, label: names[locale] }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <form method="post" action={`/${locale}/reviews/create`} noValidate>
      <input type="hidden" name="by" value={by} />
      <SelectField
        name="state"
        label={t('reviews.state')}
        options={states}
        none={t('reviews.chooseState')}
        defaultValue={textOf(form, 'state')}
        error={errorOf(errors, 'state')}
      />
      <SelectField
        name="cycle"
        label={t('reviews.cycle')}
        options={cycles.map((cycle) => ({ value: String(cycle), label: t(`cycles.${cycle}`) }))}
        defaultValue={textOf(form, 'cycle') || '2'}
        error={errorOf(errors, 'cycle')}
      />
      <SelectField
        name="region"
        label={t('reviews.region')}
        hint={t('reviews.regionHint')}
        none={t('reviews.regionOfState')}
        options={regions.map(({ region, name }) => ({ value: region, label: name[locale] }))}
        defaultValue={textOf(form, 'region')}
        error={errorOf(errors, 'region')}
      />
      <div className="buttons">
        <button className="button">{t('reviews.createButton')}</button>
      </div>
    </form>
  );
}

export default async function NewReview({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/reviews/new`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const { form = {}, errors, notice } = formResult(locale, t);
  return (
    <Page
      title={t('reviews.create')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/reviews`, label: t('reviews.title') }]}
    >
      <div className="narrow">
        <h1>{t('reviews.create')}</h1>
        <p className="hint">{t('reviews.createLead')}</p>
        <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
        <ReviewForm {...{ locale, t, form, errors }} by={actor.accountId!} />
      </div>
    </Page>
  );
}

import { FileForm } from '#components/imports/file-form';
import { SelectField } from '#components/ui/field';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Notice, Page } from '#components/ui/page';
import { isLocale, locales, type Locale } from '#lib/convention/names';
import { currentSubmission } from '#lib/http/form-page';
import { formResult } from '#lib/http/form-result';
import { needsListAddress, parseListParameters } from '#lib/needs/lists/list-parameters';
import { loadListChoices } from '#lib/needs/lists/list-queries';
import { fileErrors } from '#lib/needs/imports/fault-messages';
import { mayImportTranslations } from '#lib/needs/translations/import-commands';
import { requireSignIn } from '#lib/sessions/auth';
import { translator, type Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { ForbiddenPage } from '../../missing-page';

/** What is most often translated into: the reader's language, and from English into French. */
const targetOf = (locale: Locale): Locale => (locale === 'en' ? 'fr' : locale);

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };

/** How many translations an import has just added and changed; undefined where there was none. */
function doneText(t: Translate, query: Query): string | undefined {
  const counts = ['added', 'changed', 'same'].map((name) => String(query[name]));
  if (!counts.every((count) => /^\d{1,6}$/.test(count))) return undefined;
  const [added, changed, same] = counts.map(Number) as [number, number, number];
  return t('needTranslations.done', { added, changed, same });
}

const languageOptions = locales.map((value) => ({ value, label: languageNames[value] }));

type ExportProps = Readonly<{ t: Translate; locale: Locale; list: string; query: Query }>;

/** Chooses the two languages of a file. */
function ExportForm({ t, locale, list, query: { from, to } }: ExportProps) {
  const hidden = [...new URLSearchParams(list)];
  return (
    <form method="get" action={`/${locale}/needs/translations/export`} noValidate>
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        name="from"
        label={t('needTranslations.from')}
        options={languageOptions}
        defaultValue={isLocale(from) ? from : 'en'}
      />
      <SelectField
        name="to"
        label={t('needTranslations.to')}
        options={languageOptions}
        defaultValue={isLocale(to) ? to : targetOf(locale)}
      />
      <div className="buttons">
        <button className="button second">{t('needTranslations.export')}</button>
      </div>
    </form>
  );
}

/** Exports needs to be translated, and imports their translations. */
export default async function Translations({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const here = `/${locale}/needs/translations`;
  const actor = await requireSignIn(locale, here);
  if (!mayImportTranslations(actor).ok) return <ForbiddenPage locale={locale} />;
  const query = await searchParams;
  const { known } = await loadListChoices(actor);
  const { parameters } = parseListParameters(query, known);
  const { notice, isRestored } = formResult(locale, t, '/check');
  const errors = fileErrors(t, currentSubmission(), (column) => column);
  const done = doneText(t, query);
  const title = t('needTranslations.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/needs`, label: t('needs.title') }]}
    >
      <h1>{title}</h1>
      {done !== undefined && errors.length === 0 ? <Confirmation>{done}</Confirmation> : null}
      {isRestored ? (
        <Notice>
          <p>{t('imports.chooseAgain')}</p>
        </Notice>
      ) : null}
      {query.nothing !== undefined ? (
        <Notice kind="warn">
          <p>{t('needTranslations.nothing')}</p>
        </Notice>
      ) : null}
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('needTranslations.lead')}</p>
      <h2>{t('needTranslations.exportTitle')}</h2>
      <p className="prose">{t('needTranslations.exportLead')}</p>
      <ExportForm {...{ t, locale, query }} list={needsListAddress(parameters, known.views)} />
      <h2>{t('needTranslations.importTitle')}</h2>
      <FileForm
        action={`${here}/check`}
        by={actor.accountId!}
        label={t('needTranslations.file')}
        hint={t('needTranslations.fileHint')}
        button={t('imports.preview')}
        error={errors[0]?.text}
        accept=".xlf,.xliff,application/xliff+xml"
      />
    </Page>
  );
}

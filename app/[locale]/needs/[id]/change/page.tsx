import { redirect } from 'next/navigation';
import { SourceBeside } from '#components/attachments/source-beside';
import { similarPanelProps } from '#components/similarity/similar-view';
import { autosaveFor, draftFields, needFormProps } from '#components/needs/need-choices';
import { needCrumbs } from '#components/needs/need-crumbs';
import { NeedForm } from '#components/needs/need-form';
import { Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formResult } from '#lib/http/form-result';
import type { FieldName } from '#lib/needs/model/fields';
import { checkTransition } from '#lib/needs/model/transitions';
import { historyOfNeed, needById } from '#lib/needs/store/queries';
import { recordView } from '#lib/people/audit/commands';
import { requireSignIn } from '#lib/sessions/auth';
import { translator } from '#lib/text/i18n';
import { MissingPage } from '../../../missing-page';
import { FormNotices } from './form-notices';
import { loadForm } from './load-form';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string; check?: string; quote?: string }>;
};

export default async function ChangeNeed({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const { done, ...query } = await searchParams;
  const actor = await requireSignIn(locale, `/${locale}/needs/${id}/change`);
  const need = await needById(actor, id);
  if (!need) return <MissingPage locale={locale} />;
  await recordView(actor, id);
  const answer = formResult(locale, t, '/edit');
  const { form } = answer;
  if (checkTransition(actor, 'edit', need) !== 'allowed' && !form)
    redirect(`/${locale}/needs/${id}`);

  const loaded = await loadForm(locale, t, actor, need, answer, query);
  const { vocabulary, source, fields, suggested, errors, similar, version } = loaded;
  const history = await historyOfNeed(actor, id);
  const title = t('form.editTitle');
  const by = actor.accountId!;
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={needCrumbs(locale, t, need)}
    >
      <h1>{title}</h1>
      <FormNotices {...{ locale, t, by, need, history, loaded, answer, done }} />
      <SourceBeside
        locale={locale}
        t={t}
        reviewId={need.reviewId}
        source={source}
        mayQuote={need.reopened === null || need.reopened.includes('quote')}
      >
        <NeedForm
          {...needFormProps(locale, t, need.cycle, vocabulary, {
            mode: 'edit',
            action: `/${locale}/needs/${id}/edit`,
            hidden: { by, version, review: need.reviewId, ...draftFields(form, loaded.stamp) },
            fields,
            suggested,
            errors,
            comments: loaded.comments,
            open: need.reopened as FieldName[] | null,
            autosave: autosaveFor(locale, actor, id, {
              form,
              stored: loaded.stored,
              open: need.reopened as FieldName[] | null,
            }),
            similar: similarPanelProps(locale, t, { review: need.reviewId, need: id }, similar),
          })}
        />
      </SourceBeside>
    </Page>
  );
}

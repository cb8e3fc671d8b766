import { MergeForm, RenameForm, SplitForm } from '#components/terms/change-forms';
import { dateId } from '#components/terms/term-fields';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { needsBearing, termsInForce } from '#lib/needs/terms/queries';
import { mayChangeTerms } from '#lib/needs/terms/rules';
import { mostListed, termKinds } from '#lib/needs/terms/vocabulary';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ kind?: string; code?: string }>;
};

/** One term: given other names, merged into another, or split. */
export default async function ChangeTerm({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const asked = await searchParams;
  const actor = await signedIn(locale, `/${locale}/admin/terms`);
  if (!mayChangeTerms(actor, 'rename')) return <ForbiddenPage locale={locale} />;
  const kind = termKinds.find((known) => known === asked.kind);
  const all = kind ? await termsInForce(actor, kind) : [];
  const term = all.find(({ code }) => code === asked.code);
  if (!kind || !term) return <MissingPage locale={locale} />;
  const others = all.filter((each) => each !== term && each.category === term.category);
  const needs = await needsBearing(actor, kind, term.code, mostListed + 1);
  const sentTo = (verb: 'rename' | 'merge' | 'split') => {
    const { errors, ...sent } = answered(locale, t, `/${verb}`);
    return {
      ...sent,
      errors: errors.map(({ field, text }) => ({
        field: field === 'decidedOn' ? dateId(verb) : field === 'into' ? `${verb}-into` : field,
        text,
      })),
    };
  };
  const [renaming, merging, splitting] = [sentTo('rename'), sentTo('merge'), sentTo('split')];
  const errors = [renaming, merging, splitting].flatMap((sent) => sent.errors);
  const title = t('terms.changeTitle', { name: term.names[locale] });
  const props = { locale, t, by: actor.accountId!, kind, term, others };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/admin/terms`, label: t('terms.title') }]}
    >
      <h1>{title}</h1>
      <AnswerNotice
        problem={t('problem.title')}
        errors={errors}
        notice={renaming.notice ?? merging.notice ?? splitting.notice}
      />
      <p>{t('terms.changeLead', { kind: t(`terms.kind.${kind}`), code: term.code })}</p>
      <div className="narrow">
        <h2>{t('terms.rename')}</h2>
        <RenameForm {...props} sent={renaming} />
      </div>
      {others.length > 0 ? (
        <div className="narrow">
          <h2>{t('terms.merge')}</h2>
          <MergeForm {...props} sent={merging} />
        </div>
      ) : null}
      {others.length > 1 ? (
        <>
          <h2>{t('terms.split')}</h2>
          <SplitForm {...props} sent={splitting} needs={needs} />
        </>
      ) : null}
    </Page>
  );
}

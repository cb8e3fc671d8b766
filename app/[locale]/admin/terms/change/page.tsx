import { MergeForm, RenameForm, SplitForm } from '#components/terms/change-forms';
import { dateId } from '#components/terms/term-fields';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { needsWithTerm, termsInForce } from '#lib/needs/terms/queries';
import { mayChangeTerms } from '#lib/needs/terms/permissions';
import { mostListed, termKinds } from '#lib/needs/terms/vocabulary';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Query = Readonly<{ kind?: string; code?: string }>;
type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };
type Verb = 'rename' | 'merge' | 'split';

/** Loads the term of the address, and the terms that could replace it. */
async function loadTerm(actor: Actor, query: Query) {
  const kind = termKinds.find((known) => known === query.kind);
  if (!kind) return undefined;
  const terms = await termsInForce(actor, kind);
  const term = terms.find(({ code }) => code === query.code);
  if (!term) return undefined;
  const others = terms.filter((other) => other !== term && other.category === term.category);
  return { kind, term, others };
}

/** The forms share names of fields, so each has ids of its own. */
function fieldId(verb: Verb, field: string): string {
  if (field === 'decidedOn') return dateId(verb);
  return field === 'into' ? `${verb}-into` : field;
}

/** What became of the form of one verb. */
function answerTo(locale: Locale, t: Translate, verb: Verb) {
  const { errors, ...answer } = formResult(locale, t, `/${verb}`);
  return {
    ...answer,
    errors: errors.map(({ field, text }) => ({ field: fieldId(verb, field), text })),
  };
}

/** The forms to rename a term, to merge it into another, and to split it. */
export default async function ChangeTerm({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const query = await searchParams;
  const actor = await requireSignIn(locale, `/${locale}/admin/terms`);
  if (!mayChangeTerms(actor, 'rename')) return <ForbiddenPage locale={locale} />;
  const loaded = await loadTerm(actor, query);
  if (!loaded) return <MissingPage locale={locale} />;
  const { kind, term, others } = loaded;
  const needs = await needsWithTerm(actor, kind, term.code, mostListed + 1);
  const renaming = answerTo(locale, t, 'rename');
  const merging = answerTo(locale, t, 'merge');
  const splitting = answerTo(locale, t, 'split');
  const errors = [renaming, merging, splitting].flatMap((answer) => answer.errors);
  const title = t('terms.changeTitle', { name: term.names[locale] });
  const common = { locale, t, by: actor.accountId!, kind, term, others };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/admin/terms`, label: t('terms.title') }]}
    >
      <h1>{title}</h1>
      <FormResultNotice
        problem={t('problem.title')}
        errors={errors}
        notice={renaming.notice ?? merging.notice ?? splitting.notice}
      />
      <p>{t('terms.changeLead', { kind: t(`terms.kind.${kind}`), code: term.code })}</p>
      <div className="narrow">
        <h2>{t('terms.rename')}</h2>
        <RenameForm {...common} answer={renaming} />
      </div>
      {others.length > 0 ? (
        <div className="narrow">
          <h2>{t('terms.merge')}</h2>
          <MergeForm {...common} answer={merging} />
        </div>
      ) : null}
      {others.length > 1 ? (
        <>
          <h2>{t('terms.split')}</h2>
          <SplitForm {...common} answer={splitting} needs={needs} />
        </>
      ) : null}
    </Page>
  );
}

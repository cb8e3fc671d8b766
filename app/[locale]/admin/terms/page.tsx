import { AddForm } from '#components/terms/add-form';
import { dateId } from '#components/terms/term-fields';
import { ChangesTable, nameIn, TermsTable } from '#components/terms/terms-tables';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { termChangesSeen, termsInForce, vocabularyEver } from '#lib/needs/terms/queries';
import { mayChangeTerms } from '#lib/needs/terms/rules';
import { termKinds } from '#lib/needs/terms/vocabulary';
import { ForbiddenPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

/** The vocabulary in force, what was changed in it, and the form by which a term is added. */
export default async function Terms({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/admin/terms`);
  if (!mayChangeTerms(actor, 'add')) return <ForbiddenPage locale={locale} />;
  const { form, errors: found, notice } = answered(locale, t);
  const errors = found.map(({ field, text }) => ({
    field: field === 'decidedOn' ? dateId('add') : field,
    text,
  }));
  const [changes, ever, { done }] = [
    await termChangesSeen(actor),
    await vocabularyEver(actor),
    await searchParams,
  ];
  const named = { subcategory: ever.subcategories, topic: ever.topics, tag: ever.tags };
  const kinds = await Promise.all(
    termKinds.map(async (kind) => ({ kind, terms: await termsInForce(actor, kind) })),
  );
  return (
    <Page
      title={t('terms.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('terms.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done === 'changed' && !form ? (
        <Notice kind="ok">
          <p>{t('terms.changed')}</p>
        </Notice>
      ) : null}
      <p className="lead">{t('terms.lead')}</p>
      <ul className="tools">
        {[
          ...termKinds.map((kind) => [`terms-${kind}`, t(`terms.kinds.${kind}`)] as const),
          ['add', t('terms.add')] as const,
          ['history', t('terms.history')] as const,
        ].map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
      {kinds.map(({ kind, terms }) => (
        <section key={kind} aria-labelledby={`terms-${kind}`}>
          <h2 id={`terms-${kind}`}>{t(`terms.kinds.${kind}`)}</h2>
          <TermsTable locale={locale} t={t} kind={kind} terms={terms} />
        </section>
      ))}
      <h2 id="add">{t('terms.add')}</h2>
      <AddForm locale={locale} t={t} by={actor.accountId!} form={form} errors={errors} />
      <h2 id="history">{t('terms.history')}</h2>
      {changes.length === 0 ? (
        <p>{t('terms.noHistory')}</p>
      ) : (
        <ChangesTable
          locale={locale}
          t={t}
          changes={changes}
          nameOf={(kind, code) => nameIn(named[kind], code, locale)}
        />
      )}
    </Page>
  );
}

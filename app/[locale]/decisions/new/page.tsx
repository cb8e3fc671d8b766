import { NeedsTable } from '#components/needs/needs-table';
import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import { Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { filterAsked } from '#lib/review/decisions/commands';
import { decidable } from '#lib/review/decisions/queries';
import { bulkVerbs } from '#lib/review/decisions/vocabulary';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { longestReason } from '#lib/text/reason';
import type { Query } from '#lib/needs/lists/asked';
import { needsReason } from '#lib/needs/model/rules';
import { ForbiddenPage, MissingPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };
const mostShown = 100;

/** The filter of the list without what is not of it, as it goes on in the form. */
const filterOf = (query: Query) =>
  String(
    new URLSearchParams(
      Object.entries(query).flatMap(([name, values]) =>
        name === 'verb' ? [] : [values ?? []].flat().map((value) => [name, String(value)]),
      ),
    ),
  );

export default async function NewDecision({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const query = await searchParams;
  const filter = filterOf(query);
  const actor = await signedIn(locale, `/${locale}/decisions/new`);
  if (actor.role !== 'reviewer') return <ForbiddenPage locale={locale} />;
  const verb = bulkVerbs.find((each) => each === query.verb);
  if (!verb) return <MissingPage locale={locale} />;
  const { needs, leftOut, fingerprint } = await decidable(
    actor,
    verb,
    await filterAsked(actor, filter),
  );
  const { form, errors, notice } = answered(locale, t);
  const title = t(`deciding.title.${verb}`);
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/needs${filter && '?'}${filter}`, label: t('needs.queueTitle') }]}
    >
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {needs.length === 0 ? (
        <p className="lead">{t('deciding.none')}</p>
      ) : (
        <form method="post" action={`/${locale}/decisions/take`} noValidate>
          <p className="lead">{t(`deciding.lead.${verb}`, { count: needs.length })}</p>
          {leftOut > 0 ? <p>{t('deciding.leftOut', { count: leftOut })}</p> : null}
          <input type="hidden" name="by" value={actor.accountId ?? ''} />
          <input type="hidden" name="verb" value={verb} />
          <input type="hidden" name="filter" value={filter} />
          <input type="hidden" name="fingerprint" value={fingerprint} />
          {needsReason(verb) ? (
            <TextArea
              name="reason"
              dir="auto"
              label={t('deciding.reason')}
              hint={t('need.returnHint', { max: longestReason })}
              rows={3}
              defaultValue={form ? textOf(form, 'reason') : ''}
              error={errorOf(errors, 'reason')}
            />
          ) : null}
          <div className="buttons">
            <button className="button" id="needs">
              {t(`deciding.confirm.${verb}`, { count: needs.length })}
            </button>{' '}
            <a className="button second" href={`/${locale}/needs${filter && '?'}${filter}`}>
              {t('deciding.back')}
            </a>
          </div>
          {needs.length > mostShown ? (
            <p className="note">{t('deciding.first', { shown: mostShown })}</p>
          ) : null}
          <NeedsTable locale={locale} t={t} needs={needs.slice(0, mostShown)} caption={title} />
        </form>
      )}
    </Page>
  );
}

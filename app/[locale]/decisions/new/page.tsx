import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { parseDecisionFilter } from '#lib/review/decisions/commands';
import { openCommentCounts } from '#lib/needs/comments/queries';
import { chosenNeeds } from '#lib/review/decisions/input';
import { decidableNeeds } from '#lib/review/decisions/queries';
import { bulkVerbs } from '#lib/review/decisions/vocabulary';
import { translator } from '#lib/text/i18n';
import type { SearchParams } from '#lib/needs/lists/list-parameters';
import { ForbiddenPage, MissingPage } from '../../missing-page';
import { DecisionForm, mostNeedsShown } from './decision-form';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

/** Returns the parameters of the list, without the verb. */
const filterOf = ({ verb: _verb, ...parameters }: SearchParams): string =>
  new URLSearchParams(
    Object.entries(parameters).flatMap(([name, values]) =>
      [values ?? []].flat().map((value) => [name, String(value)]),
    ),
  ).toString();

export default async function NewDecision({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const query = await searchParams;
  const filter = filterOf(query);
  const actor = await requireSignIn(locale, `/${locale}/decisions/new`);
  if (actor.role !== 'reviewer') return <ForbiddenPage locale={locale} />;
  const verb = bulkVerbs.find((each) => each === query.verb);
  if (!verb) return <MissingPage locale={locale} />;
  const answer = formResult(locale, t);
  const ids = chosenNeeds(answer.form);
  const found = await decidableNeeds(actor, verb, await parseDecisionFilter(actor, filter, ids));
  const openComments = await openCommentCounts(
    actor,
    found.needs.slice(0, mostNeedsShown).map(({ id }) => id),
  );
  const { errors, notice } = answer;
  const title = t(`deciding.title.${verb}`);
  const listAddress = `/${locale}/needs${filter && '?'}${filter}`;
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: listAddress, label: t('needs.queueTitle') }]}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <DecisionForm
        {...{ locale, t, verb, filter, listAddress, title, answer }}
        by={actor.accountId ?? ''}
        ids={ids}
        decidable={found}
        openComments={openComments}
      />
    </Page>
  );
}

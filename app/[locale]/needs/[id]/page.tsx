import { NeedActions, reasonId } from '#components/needs/need-actions';
import { needFacts } from '#components/needs/need-facts';
import { NeedHistory } from '#components/needs/need-history';
import { ReviewAids } from '#components/needs/review-aids';
import { Facts, Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formResult, type FormResult } from '#lib/http/form-result';
import { needById, type NeedView } from '#lib/needs/store/queries';
import { recordView } from '#lib/people/audit/commands';
import { currentActor } from '#lib/sessions/auth';
import { translator, type Translate } from '#lib/text/i18n';
import { MissingPage } from '../../missing-page';
import { loadNeed } from './load-need';
import { crumbsOf, NeedHead, NeedNotices } from './need-head';
import { needAtRevision } from './need-at-revision';
import { NeedSections } from './need-sections';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string; revision?: string }>;
};

const titleOf = (t: Translate, { reference }: NeedView) =>
  reference ? t('need.title', { reference }) : t('need.draftTitle');

/** The page has several fields for a reason, each with an id of its own. */
const errorsOf = ({ errors, verb = '' }: FormResult) =>
  errors.map(({ field, text }) => ({ field: field === 'reason' ? reasonId(verb) : field, text }));

export default async function Need({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const { done, revision } = await searchParams;
  if (revision !== undefined)
    return needAtRevision({ locale, actor, id, revision: String(revision) });
  const need = await needById(actor, id);
  if (!need) return <MissingPage locale={locale} />;
  await recordView(actor, id);
  const loaded = await loadNeed(locale, t, actor, need);
  const { vocabulary, history, aids, mayLiftFourEyes, translations } = loaded;
  const translation = translations.find((each) => each.locale === locale);
  const answer = formResult(locale, t);
  const { form, verb: sentVerb = '' } = answer;
  const errors = errorsOf(answer);
  const title = titleOf(t, need);
  const common = { locale, t, need };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={crumbsOf(locale, t, need)}
    >
      <h1>{title}</h1>
      <NeedHead locale={locale} t={t} loaded={loaded} />
      <NeedNotices {...{ locale, t, loaded, answer, errors, done }} />
      <div className="desk">
        <div>
          <Facts facts={needFacts(locale, t, need, vocabulary, translation)} />
        </div>
        <NeedActions {...common} {...{ actor, mayLiftFourEyes, form, sentVerb, errors }} />
      </div>
      {aids ? <ReviewAids {...common} {...aids} vocabulary={vocabulary} /> : null}
      <NeedSections {...{ locale, t, actor, loaded, sentVerb, form, errors }} />
      <NeedHistory locale={locale} t={t} id={id} history={history} />
    </Page>
  );
}

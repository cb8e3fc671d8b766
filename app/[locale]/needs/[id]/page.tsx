import { randomUUID } from 'node:crypto';
import { CommentsSection } from '#components/comments/comments-section';
import { NeedMatches } from '#components/matches/need-matches';
import { NeedActions, reasonId } from '#components/needs/need-actions';
import { NeedCopy } from '#components/needs/need-copy';
import { needFacts } from '#components/needs/need-facts';
import { NeedHistory } from '#components/needs/need-history';
import { ReviewAids } from '#components/needs/review-aids';
import { Facts, Page } from '#components/ui/page';
import { mayPropose } from '#lib/assistance/matches/rules';
import type { Locale } from '#lib/convention/names';
import { answered } from '#lib/http/answered';
import { mayCopy } from '#lib/needs/entry/copies';
import { needById } from '#lib/needs/store/queries';
import { currentActor } from '#lib/sessions/auth';
import { translator } from '#lib/text/i18n';
import { MissingPage } from '../../missing-page';
import { loadNeed } from './load-need';
import { crumbsOf, NeedHead, NeedNotices } from './need-head';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

export default async function Need({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const need = await needById(actor, id);
  if (!need) return <MissingPage locale={locale} />;
  const loaded = await loadNeed(locale, t, actor, need);
  const { vocabulary, comments, history, assistance, aids, mayLiftFourEyes } = loaded;
  const { done } = await searchParams;
  const answer = answered(locale, t);
  const { form, verb: sentVerb = '' } = answer;
  // The page has several fields for a reason, each with an id of its own.
  const errors = answer.errors.map(({ field, text }) => ({
    field: field === 'reason' ? reasonId(sentVerb) : field,
    text,
  }));
  const title = need.reference
    ? t('need.title', { reference: need.reference })
    : t('need.draftTitle');
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
          <Facts facts={needFacts(locale, t, need, vocabulary)} />
        </div>
        <NeedActions {...common} {...{ actor, mayLiftFourEyes, form, sentVerb, errors }} />
      </div>
      {aids ? <ReviewAids {...common} {...aids} vocabulary={vocabulary} /> : null}
      <CommentsSection
        {...common}
        actor={actor}
        comments={comments}
        newId={randomUUID()}
        form={sentVerb === 'comment' ? form : undefined}
        errors={errors}
      />
      {assistance ? (
        <NeedMatches
          {...assistance}
          locale={locale}
          t={t}
          needId={id}
          mayPropose={mayPropose(actor)}
        />
      ) : null}
      {mayCopy(actor, need) ? (
        <NeedCopy
          t={t}
          action={`/${locale}/needs/${id}/copy`}
          by={actor.accountId!}
          newId={randomUUID()}
        />
      ) : null}
      <NeedHistory locale={locale} t={t} id={id} history={history} />
    </Page>
  );
}

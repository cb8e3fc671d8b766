import { needFacts } from '#components/needs/need-facts';
import { Facts, Notice, Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { latestSeenRevision, seenRevisionAt } from '#lib/counting/facts/revisions';
import { parseRevision } from '#lib/counting/filter/parameters';
import { needAt, needById } from '#lib/needs/store/queries';
import { vocabularyWithRetiredTerms } from '#lib/needs/terms/queries';
import { recordView } from '#lib/people/audit/commands';
import { translator } from '#lib/text/i18n';
import { MissingPage } from '../../missing-page';

type Props = Readonly<{ locale: Locale; actor: Actor; id: string; revision: string }>;

/** The page of a need as it counted at a revision, which the lists of past numbers lead to. */
export async function needAtRevision({ locale, actor, id, revision: asked }: Props) {
  const latest = await latestSeenRevision(actor);
  const { revision } = parseRevision({ revision: asked }, latest);
  const need =
    revision === null ? undefined : await needAt(actor, id, seenRevisionAt(actor, revision));
  if (!need || revision === null) return <MissingPage locale={locale} />;
  await recordView(actor, id);
  const t = translator(locale);
  const [present, vocabulary] = await Promise.all([
    needById(actor, id),
    vocabularyWithRetiredTerms(actor),
  ]);
  const title = t('need.title', { reference: need.reference ?? '' });
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/needs`, label: t('needs.title') }]}
    >
      <h1>{title}</h1>
      <p>
        {stateName(need.stateCode, locale)}, {t(`cycles.${need.cycle}`)}
      </p>
      <Notice>
        <p>
          {t('need.asCounted', { revision })}{' '}
          {need.countedVersion === null ? `${t('need.countsNoMore')} ` : null}
          {present ? <a href={`/${locale}/needs/${id}`}>{t('need.asItIsNow')}</a> : null}
        </p>
      </Notice>
      <Facts facts={needFacts(locale, t, need, vocabulary)} />
    </Page>
  );
}

import { Table } from '#components/summaries/table';
import { nameIn } from '#components/terms/terms-tables';
import { Page } from '#components/ui/page';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate, formatList } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { needsToRecode, termChangeById, vocabularyEver } from '#lib/needs/terms/queries';
import { mayChangeTerms, seesRecoding } from '#lib/needs/terms/rules';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ change?: string }> };

/** What a merge or a split left to be recoded, as far as the reader sees the needs. */
export default async function ToRecode({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const { change: id } = await searchParams;
  const actor = await signedIn(locale, `/${locale}/admin/terms/recode`);
  if (!seesRecoding(actor)) return <ForbiddenPage locale={locale} />;
  const change = await termChangeById(actor, String(id));
  if (!change) return <MissingPage locale={locale} />;
  const [{ needs, more }, ever] = [await needsToRecode(actor, change), await vocabularyEver(actor)];
  const name = (code: string) =>
    nameIn(
      { subcategory: ever.subcategories, topic: ever.topics, tag: ever.tags }[change.kind],
      code,
      locale,
    );
  const title = t('terms.recodeTitle', { name: name(change.code) });
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={
        mayChangeTerms(actor, 'split')
          ? [{ href: `/${locale}/admin/terms`, label: t('terms.title') }]
          : []
      }
    >
      <h1 id="to-recode">{title}</h1>
      <p>
        {t(`terms.verbs.${change.verb}`)}, {formatDate(locale, change.decidedOn)}:{' '}
        {formatList(locale, change.into.map(name))}
      </p>
      <p className="hint">{t('terms.recodeLead')}</p>
      {needs.length === 0 ? (
        <p className="lead">{t('terms.nothingToRecode')}</p>
      ) : (
        <Table
          labelledBy="to-recode"
          heads={[t('terms.need'), t('needs.state'), t('terms.readsAs')].map((head) => (
            <span key={head} className="words">
              {head}
            </span>
          ))}
          note={more ? t('terms.moreToRecode') : undefined}
        >
          {needs.map((need) => (
            <tr key={need.id}>
              <th scope="row">
                <a href={`/${locale}/needs/${need.id}`}>{need.reference ?? t('terms.need')}</a>
              </th>
              <td className="words">{stateName(need.stateCode, locale)}</td>
              <td className="words">{need.proposed === change.code ? '–' : name(need.proposed)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  );
}

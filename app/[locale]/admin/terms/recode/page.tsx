import { Table } from '#components/summaries/table';
import { nameIn } from '#components/terms/terms-tables';
import { Confirmation, Page } from '#components/ui/page';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate, formatList } from '#lib/text/format';
import { translator, type Translate } from '#lib/text/i18n';
import {
  needsToRecode,
  termChangeById,
  vocabularyWithRetiredTerms,
} from '#lib/needs/terms/queries';
import { mayChangeTerms, maySeeRecoding } from '#lib/needs/terms/permissions';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ change?: string; done?: string }>;
};
type TableProps = Readonly<{
  locale: Locale;
  t: Translate;
  toRecode: Awaited<ReturnType<typeof needsToRecode>>;
  /** The name of a term; none for the code that was merged or split. */
  nameOf: (code: string) => string | undefined;
}>;

function RecodeTable({ locale, t, toRecode: { needs, more }, nameOf }: TableProps) {
  const heads = [t('terms.need'), t('needs.state'), t('terms.readsAs')];
  return (
    <Table
      labelledBy="to-recode"
      heads={heads.map((head) => (
        <span key={head} className="words">
          {head}
        </span>
      ))}
      note={more ? t('terms.moreToRecode') : undefined}
    >
      {needs.map(({ id, reference, stateCode, proposed }) => (
        <tr key={id}>
          <th scope="row">
            <a href={`/${locale}/needs/${id}`}>{reference ?? t('terms.need')}</a>
          </th>
          <td className="words">{stateName(stateCode, locale)}</td>
          <td className="words">{nameOf(proposed) ?? '–'}</td>
        </tr>
      ))}
    </Table>
  );
}

/** The needs that a merge or a split leaves to recode, as far as the reader may see them. */
export default async function ToRecode({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const { change: id, done } = await searchParams;
  const actor = await requireSignIn(locale, `/${locale}/admin/terms/recode`);
  if (!maySeeRecoding(actor)) return <ForbiddenPage locale={locale} />;
  const change = await termChangeById(actor, String(id));
  if (!change) return <MissingPage locale={locale} />;
  const toRecode = await needsToRecode(actor, change);
  const {
    subcategories: subcategory,
    topics: topic,
    tags: tag,
  } = await vocabularyWithRetiredTerms(actor);
  const terms = { subcategory, topic, tag }[change.kind];
  const nameOf = (code: string) => nameIn(terms, code, locale);
  const vocabularyCrumb = { href: `/${locale}/admin/terms`, label: t('terms.title') };
  const title = t('terms.recodeTitle', { name: nameOf(change.code) });
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={mayChangeTerms(actor, 'split') ? [vocabularyCrumb] : []}
    >
      <h1 id="to-recode">{title}</h1>
      {done === 'merge' || done === 'split' ? (
        <Confirmation>{t('terms.changed')}</Confirmation>
      ) : null}
      <p>
        {t(`terms.verbs.${change.verb}`)}, {formatDate(locale, change.decidedOn)}:{' '}
        {formatList(locale, change.into.map(nameOf))}
      </p>
      <p className="hint">{t('terms.recodeLead')}</p>
      {toRecode.needs.length === 0 ? (
        <p className="lead">{t('terms.nothingToRecode')}</p>
      ) : (
        <RecodeTable
          locale={locale}
          t={t}
          toRecode={toRecode}
          nameOf={(code) => (code === change.code ? undefined : nameOf(code))}
        />
      )}
    </Page>
  );
}

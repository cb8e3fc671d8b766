import { PreviewTable, type PreviewRow } from '#components/imports/preview-table';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page, Pages } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatList, formatNumber } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import type { PlannedNeed } from '#lib/needs/imports/needs/plan';
import { previewById, reviewToImportInto } from '#lib/needs/imports/previews';
import { rowOutcomes } from '#lib/needs/imports/pipeline/row-plan';
import { columnSaid, faultSaid } from '#lib/needs/imports/said';
import { answerAs } from '#lib/http/page-status';
import { ForbiddenPage, MissingPage } from '../../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string; preview: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const size = 100;
const columnsOfFields: Readonly<Record<string, string>> = {
  general: 'articles',
  targetGroups: 'target_groups',
};

/** A preview that was confirmed, has become old, or belongs to somebody else. */
function GonePreview({ locale, again }: { locale: Locale; again: string }) {
  answerAs(404);
  const t = translator(locale);
  return (
    <Page title={t('pages.notFoundTitle')} site={t('site.name')}>
      <h1>{t('pages.notFoundTitle')}</h1>
      <p className="lead">{t('imports.gone')}</p>
      <p>
        <a href={again}>{t('imports.again')}</a>
      </p>
    </Page>
  );
}

export default async function PreviewImport({ params, searchParams }: Params) {
  const { locale, id, preview } = await params;
  const t = translator(locale);
  const here = `/${locale}/reviews/${id}/import/${preview}`;
  const actor = await signedIn(locale, here);
  const found = await previewById(actor, { id: preview, reviewId: id });
  if (!found.ok && found.failure.kind === 'forbidden') return <ForbiddenPage locale={locale} />;
  if (!found.ok && !(await reviewToImportInto(actor, id)).ok)
    return <MissingPage locale={locale} />;
  if (!found.ok) return <GonePreview locale={locale} again={`/${locale}/reviews/${id}/import`} />;
  const { review, name, plan, counts, fingerprint } = found.value;
  const { notice, conflict } = answered(locale, t, '/confirm');
  const asked = await searchParams;
  const show =
    rowOutcomes.find((outcome) => outcome === asked.show) ??
    (asked.show === 'all' || counts.wrong === 0 ? 'all' : 'wrong');
  const shown = plan.filter(({ outcome }) => show === 'all' || outcome === show);
  const pages = Math.max(1, Math.ceil(shown.length / size));
  const page = Math.min(pages, /^[1-9]\d{0,4}$/.test(String(asked.page)) ? Number(asked.page) : 1);
  const at = (wanted: string, number = 1) =>
    `${here}?show=${wanted}${number > 1 ? `&page=${number}` : ''}`;

  const why = ({ outcome, faults, changed, content }: PlannedNeed): string[] => {
    if (outcome === 'wrong')
      return faults.map(({ column, key, values }) =>
        column
          ? t('imports.columnFault', {
              column: columnSaid(locale, t, column),
              text: faultSaid(t, key, values),
            })
          : faultSaid(t, key, values),
      );
    const names = [
      ...new Set(changed.map((field) => columnSaid(locale, t, columnsOfFields[field] ?? field))),
    ];
    if (outcome === 'changed')
      return [t('imports.willChange', { fields: formatList(locale, names) })];
    return outcome === 'new' && content?.text
      ? [content.text.length > 140 ? `${content.text.slice(0, 140).trimEnd()} …` : content.text]
      : [];
  };
  const row = (planned: PlannedNeed): PreviewRow => ({
    line: planned.line,
    ref: planned.ref,
    outcome: planned.outcome,
    label: t(`imports.outcomes.${planned.outcome}`),
    why: why(planned),
    href: planned.need ? `/${locale}/needs/${planned.need.id}` : undefined,
  });

  const title = t('imports.previewTitle', { name });
  const views = [
    ...rowOutcomes.map((outcome) => ({
      key: outcome as string,
      label: t(`imports.outcomes.${outcome}`),
      count: counts[outcome],
    })),
    { key: 'all', label: t('imports.all'), count: plan.length },
  ];
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/reviews`, label: t('reviews.title') },
        {
          href: `/${locale}/reviews/${id}`,
          label: t('reviews.one', {
            state: stateName(review.stateCode, locale),
            cycle: t(`cycles.${review.cycle}`),
          }),
        },
        { href: `/${locale}/reviews/${id}/import`, label: t('imports.title') },
      ]}
    >
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <AnswerNotice
        problem={t('problem.title')}
        errors={[]}
        notice={
          conflict ? { title: t('imports.movedTitle'), text: t('imports.movedText') } : notice
        }
      />
      <dl className="totals">
        {rowOutcomes.map((outcome) => (
          <div key={outcome}>
            <dt>{t(`imports.outcomes.${outcome}`)}</dt>
            <dd>{formatNumber(locale, counts[outcome])}</dd>
          </div>
        ))}
      </dl>
      {counts.wrong > 0 ? (
        <Notice kind="warn">
          <p>{t('imports.mend')}</p>
          <p>
            <a href={`/${locale}/reviews/${id}/import`}>{t('imports.again')}</a>
          </p>
        </Notice>
      ) : counts.new + counts.changed === 0 ? (
        <Notice>
          <p>{t('imports.nothing')}</p>
        </Notice>
      ) : (
        <form method="post" action={`${here}/confirm`}>
          <input type="hidden" name="by" value={actor.accountId!} />
          <input type="hidden" name="fingerprint" value={fingerprint} />
          <p className="hint">{t('imports.confirmHint')}</p>
          <div className="buttons">
            <button className="button">{t('imports.confirm')}</button>
            <a href={`/${locale}/reviews/${id}/import`}>{t('imports.again')}</a>
          </div>
        </form>
      )}
      <nav aria-label={t('imports.show')}>
        <ul className="tabs">
          {views.map(({ key, label, count }) => (
            <li key={key}>
              <a href={at(key)} aria-current={key === show ? 'page' : undefined}>
                {label} ({formatNumber(locale, count)})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length > 0 ? (
        <PreviewTable
          caption={t('imports.caption')}
          rows={shown.slice((page - 1) * size, page * size).map(row)}
          heads={{
            row: t('imports.row'),
            ref: columnSaid(locale, t, 'ref'),
            outcome: t('imports.outcome'),
            why: t('imports.why'),
          }}
        />
      ) : null}
      <Pages
        label={t('needs.pages')}
        where={t('needs.page', {
          page: formatNumber(locale, page),
          pages: formatNumber(locale, pages),
        })}
        previous={page > 1 ? { href: at(show, page - 1), label: t('needs.previous') } : undefined}
        next={page < pages ? { href: at(show, page + 1), label: t('needs.following') } : undefined}
      />
    </Page>
  );
}

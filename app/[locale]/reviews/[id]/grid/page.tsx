import { NeedGrid } from '#components/needs/need-grid';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page, Pages } from '#components/ui/page';
import { currentAnswer } from '#lib/http/answer';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { FieldError } from '#lib/base/errors';
import { formatInstant, formatNumber } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';
import { gridPage } from '#lib/needs/entry/grid';
import { gridRowOf, gridRowsIn } from '#lib/needs/model/grid-row';
import { vocabulary } from '#lib/needs/store/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const ownTexts = ['rowNotOpen', 'fieldNotOpened'] as const;

export default async function EditInGrid({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const asked = await searchParams;
  const here = `/${locale}/reviews/${id}/grid`;
  const actor = await signedIn(locale, here);
  const number = /^[1-9]\d{0,4}$/.test(String(asked.page)) ? Number(asked.page) : 1;
  const found = await gridPage(actor, { reviewId: id, page: number });
  if (!found.ok)
    return found.failure.kind === 'forbidden' ? (
      <ForbiddenPage locale={locale} />
    ) : (
      <MissingPage locale={locale} />
    );
  const { review, needs, all, page, pages } = found.value;
  const { form, notice, kept } = answered(locale, t, '/save');
  const failure = currentAnswer()?.failure;

  // What was typed stands again in its rows, also where a row has meanwhile left this page.
  const typed = form ? gridRowsIn(form).filter((row) => all.has(row.id)) : [];
  const rows = (
    typed.length > 0 ? typed : needs.map((need) => gridRowOf(need.id, need.version, need.content))
  ).map((row) => ({ row, need: all.get(row.id)! }));
  const said = ({ message, values }: FieldError) => {
    if (message === 'rowMoved')
      return t('grid.rowMoved', {
        by: String(values?.by ?? ''),
        at: formatInstant(locale, String(values?.at)),
      });
    const own = ownTexts.find((known) => known === message);
    return own ? t(`grid.${own}`) : errorText(t, message);
  };
  const faults = form && failure?.kind === 'invalid' ? failure.errors : [];
  const moved = new Set(
    faults.filter(({ message }) => message === 'rowMoved').map(({ field }) => field.split('.')[0]),
  );
  const errors = faults.map((fault) => ({ field: fault.field, text: said(fault) }));
  const fields = {
    coding: t('grid.coding'),
    articles: t('grid.articles'),
    general: t('grid.general'),
    priority: t('needs.priority'),
    language: t('needs.language'),
    text: t('needs.text'),
  };
  const summary = errors.map(({ field, text }) => {
    const [need, name = ''] = field.split('.');
    return {
      field,
      text: t('grid.rowError', {
        row: rows.findIndex(({ row }) => row.id === need) + 1,
        field: fields[name as keyof typeof fields] ?? '',
        text,
      }),
    };
  });

  const title = t('grid.title');
  const saved = /^\d{1,4}$/.test(String(asked.saved)) ? Number(asked.saved) : undefined;
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
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
      ]}
    >
      <h1>{title}</h1>
      {saved !== undefined && !form ? (
        <Notice kind="ok">
          <p>{t('grid.saved', { n: saved })}</p>
        </Notice>
      ) : null}
      {kept ? (
        <Notice kind="ok">
          <p>{t('form.kept')}</p>
        </Notice>
      ) : null}
      <AnswerNotice problem={t('problem.title')} errors={summary} notice={notice} />
      <p className="lead">{t('grid.lead')}</p>
      {rows.length === 0 ? (
        <p>{t('grid.empty')}</p>
      ) : (
        <NeedGrid
          locale={locale}
          t={t}
          action={`${here}/save`}
          by={actor.accountId!}
          page={page}
          rows={rows}
          moved={moved}
          fields={fields}
          errors={errors}
          vocabulary={await vocabulary(actor)}
        />
      )}
      <Pages
        label={t('needs.pages')}
        where={t('needs.page', {
          page: formatNumber(locale, page),
          pages: formatNumber(locale, pages),
        })}
        previous={
          page > 1 ? { href: `${here}?page=${page - 1}`, label: t('needs.previous') } : undefined
        }
        next={
          page < pages
            ? { href: `${here}?page=${page + 1}`, label: t('needs.following') }
            : undefined
        }
      />
    </Page>
  );
}

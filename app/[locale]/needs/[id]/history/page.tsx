import { NeedDifference } from '#components/needs/need-difference';
import { NeedVersions } from '#components/needs/need-versions';
import { AnswerNotice } from '#components/ui/answer-notice';
import { SelectField } from '#components/ui/field';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { fieldsChanged } from '#lib/needs/model/differences';
import { versionsOfNeed } from '#lib/needs/store/history-queries';
import { needById, vocabulary } from '#lib/needs/store/queries';
import { ruling } from '#lib/needs/model/rules';
import { MissingPage } from '../../../missing-page';
import { differencesOf } from './differences';

type Asked = Partial<Record<'from' | 'to' | 'upto' | 'done', string | string[]>>;
type Params = { params: Promise<{ locale: Locale; id: string }>; searchParams: Promise<Asked> };
const shownAtOnce = 30;
const isNumber = (value: unknown): value is string =>
  typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value);

export default async function History({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/needs/${id}/history`);
  const need = await needById(actor, id);
  if (!need?.working) return <MissingPage locale={locale} />;
  const asked = await searchParams;
  const numbers = Array.from({ length: need.version }, (_, i) => need.version - i);
  const one = (name: 'from' | 'to' | 'upto') =>
    isNumber(asked[name]) && Number(asked[name]) <= need.version ? Number(asked[name]) : undefined;
  const unknown = (['from', 'to', 'upto'] as const).filter(
    (name) => asked[name] !== undefined && asked[name] !== '' && !one(name),
  );
  const [from, to] = [one('from'), one('to')];
  const [words, versions, chosen] = await Promise.all([
    vocabulary(actor),
    versionsOfNeed(actor, id, { upTo: one('upto'), limit: shownAtOnce + 1 }),
    from && to ? versionsOfNeed(actor, id, { only: [from, to] }) : [],
  ]);
  const content = (version?: number) => chosen.find((each) => each.version === version)?.content;
  const [left, right] = [content(from), content(to)];
  const compared = left && right ? differencesOf(locale, t, words, left, right) : undefined;
  const { form, errors, notice } = answered(locale, t, '/take-up');
  const editable = ruling(actor, 'edit', need) === 'allowed';
  const shown = versions.slice(0, shownAtOnce).map((version, i) => {
    const before = versions[i + 1];
    return {
      version,
      differences: before ? differencesOf(locale, t, words, before.content, version.content) : null,
      takable: editable && fieldsChanged(version.content, need).length > 0,
    };
  });
  const oldest = versions[shownAtOnce]?.version;
  const title = need.reference
    ? t('history.title', { reference: need.reference })
    : t('history.draftTitle');
  const options = numbers.map((number) => ({
    value: String(number),
    label: t('history.version', { version: number }),
  }));
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/needs`, label: t('needs.title') },
        { href: `/${locale}/needs/${id}`, label: need.reference ?? t('need.draftTitle') },
      ]}
    >
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {asked.done === 'take-up' && !form ? (
        <Notice kind="ok">
          <p>
            {t('history.done')} <a href={`/${locale}/needs/${id}/change`}>{t('need.edit')}</a>
          </p>
        </Notice>
      ) : null}
      {unknown.length > 0 ? (
        <Notice kind="warn">
          {unknown.map((name) => (
            <p key={name}>{t('history.unknown', { value: String(asked[name]).slice(0, 100) })}</p>
          ))}
        </Notice>
      ) : null}
      <p className="lead">{t('history.lead')}</p>
      {editable ? (
        <p className="hint" id="take-up-hint">
          {t('history.takeUpHint')}
        </p>
      ) : null}
      {need.version > 1 ? (
        <form
          method="get"
          action={`/${locale}/needs/${id}/history`}
          aria-label={t('history.choose')}
        >
          <div className="in-line">
            <SelectField
              name="from"
              label={t('history.from')}
              options={options}
              defaultValue={String(from ?? need.version - 1)}
            />
            <SelectField
              name="to"
              label={t('history.to')}
              options={options}
              defaultValue={String(to ?? need.version)}
            />
            <button className="button second">{t('history.compare')}</button>
          </div>
        </form>
      ) : null}
      {compared ? (
        <section aria-labelledby="compared" className="said">
          <h2 id="compared">{t('history.compared', { from: from!, to: to! })}</h2>
          {compared.length > 0 ? (
            <NeedDifference t={t} differences={compared} />
          ) : (
            <p>{t('history.noDifference')}</p>
          )}
        </section>
      ) : null}
      <NeedVersions
        locale={locale}
        t={t}
        id={id}
        by={actor.accountId!}
        current={need.version}
        versions={shown}
      />
      {oldest ? (
        <p>
          <a href={`/${locale}/needs/${id}/history?upto=${oldest}`}>{t('history.older')}</a>
        </p>
      ) : null}
    </Page>
  );
}

import { Written } from '#components/coding/coding-cells';
import { CodingsCompared } from '#components/coding/codings-compared';
import { ExampleForm } from '#components/coding/example-form';
import { SettleForm } from '#components/coding/settle-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import { differenceById } from '#lib/review/coding/difference-queries';
import { examplesShown } from '#lib/review/coding/guide-queries';
import { codingRuling, seesSamples } from '#lib/review/coding/rules';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatInstant } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { needById, vocabulary } from '#lib/needs/store/queries';
import { ruling } from '#lib/needs/model/rules';
import { vocabularyEver } from '#lib/needs/terms/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

/**
 * Two codings of a need side by side: settled by who coded neither, and then perhaps an example for
 * the guide.
 */
export default async function CodingDifference({
  params,
}: {
  params: Promise<{ locale: Locale; id: string }>;
}) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/coding/differences/${id}`);
  if (actor.role !== 'reviewer' && !seesSamples(actor)) return <ForbiddenPage locale={locale} />;
  const difference = await differenceById(actor, id);
  if (!difference) return <MissingPage locale={locale} />;
  const [words, ever, need, examples] = [
    await vocabulary(actor),
    await vocabularyEver(actor),
    await needById(actor, difference.needId),
    await examplesShown(actor),
  ];
  const [settling, copying] = [answered(locale, t, '/settle'), answered(locale, t, '/copy')];
  const errors = [...settling.errors, ...copying.errors];
  const {
    settlement,
    standing,
    sampleId,
    needId,
    reference,
    stateCode,
    cycle,
    text,
    language,
    quote,
    published,
  } = difference;
  const may = (verb: 'settle' | 'copy') => codingRuling(actor, verb, standing) === 'allowed';
  const example = examples.find(({ settlementId }) => settlementId === settlement?.id);
  const title = t('secondCoding.differenceTitle');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/coding`, label: t('secondCoding.title') },
        ...(seesSamples(actor)
          ? [
              {
                href: `/${locale}/coding/samples/${sampleId}#differences`,
                label: t('secondCoding.differences'),
              },
            ]
          : []),
      ]}
    >
      <h1>{title}</h1>
      <AnswerNotice
        problem={t('problem.title')}
        errors={errors}
        notice={settling.notice ?? copying.notice}
      />
      <p>
        <a href={`/${locale}/needs/${needId}`}>{reference ?? t('secondCoding.task')}</a> ·{' '}
        {stateName(stateCode, locale)}, {t(`cycles.${cycle}`)}
      </p>
      <Facts
        facts={[
          { term: t('needs.text'), value: <Written text={text} language={language} /> },
          ...(quote
            ? [
                {
                  term: t('needs.quote'),
                  value: (
                    <blockquote className="written" dir="auto">
                      {quote}
                    </blockquote>
                  ),
                },
              ]
            : []),
        ]}
      />
      <h2 id="compared">{t('secondCoding.compared')}</h2>
      <CodingsCompared locale={locale} t={t} difference={difference} words={ever} />
      {settlement ? (
        <>
          <Notice kind="ok">
            <p>
              {t('secondCoding.settledBy', {
                name: settlement.by,
                at: formatInstant(locale, settlement.at),
              })}
            </p>
            <p className="written" dir="auto">
              {settlement.reason}
            </p>
          </Notice>
          <p>
            {t('secondCoding.keepsCoding')}{' '}
            {need && ruling(actor, 'recode', need) === 'allowed' ? (
              <a href={`/${locale}/needs/${needId}/recoding`}>{t('secondCoding.mayRecode')}</a>
            ) : need && ruling(actor, 'reopen', need) === 'allowed' ? (
              <a href={`/${locale}/needs/${needId}`}>{t('secondCoding.mayReopen')}</a>
            ) : (
              t('secondCoding.othersMay')
            )}
          </p>
        </>
      ) : null}
      {may('settle') ? (
        <>
          <h2>{t('secondCoding.settle')}</h2>
          <SettleForm
            locale={locale}
            t={t}
            by={actor.accountId!}
            difference={difference}
            words={words}
            form={settling.form}
            errors={settling.errors}
          />
        </>
      ) : null}
      {may('copy') ? (
        <>
          <h2>{t('secondCoding.copy')}</h2>
          {example ? (
            <p>
              {t('secondCoding.copied')}{' '}
              <a href={`/${locale}/guide#${example.subcategory ?? example.category}`}>
                {t('coding.guide.title')}
              </a>
            </p>
          ) : published ? (
            <ExampleForm
              locale={locale}
              t={t}
              by={actor.accountId!}
              difference={difference}
              form={copying.form}
              errors={copying.errors}
            />
          ) : (
            <p>{t('secondCoding.unpublished')}</p>
          )}
        </>
      ) : null}
    </Page>
  );
}

import { randomUUID } from 'node:crypto';
import { beginning } from '#components/coding/coding-cells';
import { DifferencesTable } from '#components/coding/differences-table';
import { SampleForm } from '#components/coding/sample-form';
import { SamplesTable } from '#components/coding/samples-table';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import { differencesSeen } from '#lib/review/coding/difference-queries';
import { examplesShown } from '#lib/review/coding/guide-queries';
import { seesSamples } from '#lib/review/coding/rules';
import { samplesSeen } from '#lib/review/coding/sample-queries';
import { openTasks } from '#lib/review/coding/task-queries';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import { ForbiddenPage } from '../missing-page';

/** For a reviewer what is to be coded and settled; for the secretariat the samples. */
export default async function SecondCoding({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/coding`);
  const [reviewer, manager] = [actor.role === 'reviewer', actor.role === 'manager'];
  if (!reviewer && !seesSamples(actor)) return <ForbiddenPage locale={locale} />;
  const { form = {}, errors, notice } = answered(locale, t);
  const tasks = await openTasks(actor);
  const [samples, differences, examples] = [
    await samplesSeen(actor),
    reviewer ? await differencesSeen(actor) : [],
    manager ? await examplesShown(actor) : [],
  ];
  const toSettle = differences.filter(({ settlement }) => settlement === null);
  return (
    <Page
      title={t('secondCoding.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('secondCoding.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">
        {reviewer ? t('secondCoding.leadReviewer') : t('secondCoding.leadManager')}
      </p>
      {reviewer ? (
        <>
          <h2>{t('secondCoding.tasksTitle')}</h2>
          {tasks.length === 0 ? (
            <p>{t('secondCoding.noTasks')}</p>
          ) : (
            <ol className="codings">
              {tasks.map(({ id, text, language, chapter }) => (
                <li key={id}>
                  <a href={`/${locale}/coding/tasks/${id}`}>
                    <span
                      lang={language ?? undefined}
                      dir={language ? directionOf(language) : 'auto'}
                    >
                      {beginning(text)}
                    </span>
                  </a>{' '}
                  <span className="note">{t('provisions.chapter', { chapter })}</span>
                </li>
              ))}
            </ol>
          )}
          {toSettle.length > 0 ? (
            <>
              <h2 id="to-settle">{t('secondCoding.settleTitle')}</h2>
              <DifferencesTable
                locale={locale}
                t={t}
                labelledBy="to-settle"
                differences={toSettle}
              />
            </>
          ) : null}
        </>
      ) : (
        <>
          <h2 id="samples">{t('secondCoding.samplesTitle')}</h2>
          {samples.length === 0 ? (
            <p>{t('secondCoding.noSamples')}</p>
          ) : (
            <SamplesTable locale={locale} t={t} samples={samples} />
          )}
          {manager ? (
            <>
              <h2>{t('secondCoding.draw')}</h2>
              <p className="hint">{t('secondCoding.drawLead')}</p>
              <SampleForm
                locale={locale}
                t={t}
                by={actor.accountId!}
                id={textOf(form, 'id') || randomUUID()}
                form={form}
                errors={errors}
              />
            </>
          ) : null}
          {examples.length > 0 ? (
            <>
              <h2>{t('secondCoding.examplesTitle')}</h2>
              <ul className="codings">
                {examples.map(({ id, text, language }) => (
                  <li key={id}>
                    <span lang={language} dir={directionOf(language)}>
                      {text}
                    </span>
                    <form method="post" action={`/${locale}/coding/examples/${id}/remove`}>
                      <input type="hidden" name="by" value={actor.accountId!} />
                      <button
                        className="as-link"
                        aria-label={t('secondCoding.removeWhat', { text: beginning(text) })}
                      >
                        {t('secondCoding.remove')}
                      </button>
                    </form>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
    </Page>
  );
}

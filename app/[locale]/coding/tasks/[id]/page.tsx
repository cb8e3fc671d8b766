import { codingTerm, codingWords, Written } from '#components/coding/coding-cells';
import { CodingFields } from '#components/coding/coding-fields';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import { codingRuling } from '#lib/review/coding/rules';
import { codingFieldsOf } from '#lib/review/coding/schema';
import { openTasks, taskById } from '#lib/review/coding/task-queries';
import { chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { vocabularyEver } from '#lib/needs/terms/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

/**
 * A need to be coded blind: what it says, and nothing of how it was coded, whose it is or what it
 * is called.
 */
export default async function CodeNeed({
  params,
}: {
  params: Promise<{ locale: Locale; id: string }>;
}) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/coding/tasks/${id}`);
  if (actor.role !== 'reviewer') return <ForbiddenPage locale={locale} />;
  const task = await taskById(actor, id);
  if (!task) return <MissingPage locale={locale} />;
  const { form, errors, notice } = answered(locale, t);
  const words = await vocabulary(actor);
  const { text, language, quote, chapter, coding, standing } = task;
  const said = coding && codingWords(locale, t, chapter, coding, await vocabularyEver(actor));
  const next = coding ? (await openTasks(actor))[0] : undefined;
  const title = t('secondCoding.taskTitle');
  const open = codingRuling(actor, 'code', standing) === 'allowed';
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/coding`, label: t('secondCoding.title') }]}
    >
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {coding ? (
        <Notice kind="ok">
          <p>{t('secondCoding.kept')}</p>
          {next ? (
            <p>
              <a href={`/${locale}/coding/tasks/${next.id}`}>{t('secondCoding.next')}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {!coding && !open ? (
        <Notice kind="warn">
          <p>{t('secondCoding.notYours')}</p>
        </Notice>
      ) : null}
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
          {
            term: t('secondCoding.chapter'),
            value: `${t('provisions.chapter', { chapter })} · ${chapterTitle(chapter, locale)}`,
          },
        ]}
      />
      {said ? (
        <>
          <h2>{t('secondCoding.own')}</h2>
          <Facts
            facts={(['article', 'category', 'subcategory', 'tags'] as const).map((name) => ({
              term: codingTerm(t, name),
              value: said[name],
            }))}
          />
        </>
      ) : null}
      {open ? (
        <form
          method="post"
          action={`/${locale}/coding/tasks/${id}/code`}
          className="need-form"
          noValidate
        >
          <input type="hidden" name="by" value={actor.accountId!} />
          <p className="hint">{t('secondCoding.taskHint')}</p>
          <CodingFields
            locale={locale}
            t={t}
            chapter={chapter}
            words={words}
            fields={codingFieldsOf(form ?? {})}
            errors={errors}
          />
          <div className="buttons">
            <button className="button">{t('secondCoding.keep')}</button>
          </div>
        </form>
      ) : null}
    </Page>
  );
}

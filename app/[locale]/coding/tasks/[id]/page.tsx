import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import { checkCodingRule } from '#lib/review/coding/rules';
import { openCodingTasks, codingTaskById } from '#lib/review/coding/task-queries';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { vocabulary as currentVocabulary } from '#lib/needs/store/queries';
import { vocabularyWithRetiredTerms } from '#lib/needs/terms/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { CodingForm, OwnCoding, TaskFacts, TaskNotice } from './task-parts';

type Params = { params: Promise<{ locale: Locale; id: string }> };

/** A need to code blind: its text, but not its State, its reference or its first coding. */
export default async function CodeNeed({ params }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/coding/tasks/${id}`);
  if (actor.role !== 'reviewer') return <ForbiddenPage locale={locale} />;
  const task = await codingTaskById(actor, id);
  if (!task) return <MissingPage locale={locale} />;
  const { form, errors, notice } = formResult(locale, t);
  const vocabulary = await currentVocabulary(actor);
  const everyTerm = task.coding ? await vocabularyWithRetiredTerms(actor) : undefined;
  const next = task.coding ? (await openCodingTasks(actor))[0] : undefined;
  const isOpen = checkCodingRule(actor, 'code', task.ruleInput) === 'allowed';
  const title = t('secondCoding.taskTitle');
  const common = { locale, t, task };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/coding`, label: t('secondCoding.title') }]}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <TaskNotice {...common} nextId={next?.id} isOpen={isOpen} />
      <TaskFacts {...common} />
      <OwnCoding {...common} everyTerm={everyTerm} />
      {isOpen ? (
        <CodingForm
          {...common}
          by={actor.accountId!}
          vocabulary={vocabulary}
          form={form}
          errors={errors}
        />
      ) : null}
    </Page>
  );
}

import { excerptOf } from '#components/coding/coding-cells';
import { DifferencesTable } from '#components/coding/differences-table';
import type { Locale } from '#lib/convention/names';
import type { Difference } from '#lib/review/coding/difference-queries';
import type { openCodingTasks } from '#lib/review/coding/task-queries';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

type Tasks = Awaited<ReturnType<typeof openCodingTasks>>;
type Common = Readonly<{ locale: Locale; t: Translate }>;

/** The needs that the reviewer has to code. */
function TaskList({ locale, t, tasks }: Common & { tasks: Tasks }) {
  if (tasks.length === 0) return <p>{t('secondCoding.noTasks')}</p>;
  return (
    <ol className="codings">
      {tasks.map(({ id, text, language, chapter }) => (
        <li key={id}>
          <a href={`/${locale}/coding/tasks/${id}`}>
            <span lang={language ?? undefined} dir={language ? directionOf(language) : 'auto'}>
              {excerptOf(text)}
            </span>
          </a>{' '}
          <span className="note">{t('provisions.chapter', { chapter })}</span>
        </li>
      ))}
    </ol>
  );
}

type Props = Common & Readonly<{ tasks: Tasks; differences: readonly Difference[] }>;

/** What a reviewer has to code, and the differences that they have to settle. */
export function ReviewerPart({ locale, t, tasks, differences }: Props) {
  const unsettled = differences.filter(({ settlement }) => settlement === null);
  return (
    <>
      <h2>{t('secondCoding.tasksTitle')}</h2>
      {tasks.length > 0 ? <p className="prose">{t('secondCoding.blindness')}</p> : null}
      <TaskList locale={locale} t={t} tasks={tasks} />
      {unsettled.length > 0 ? (
        <>
          <h2 id="to-settle">{t('secondCoding.settleTitle')}</h2>
          <DifferencesTable locale={locale} t={t} labelledBy="to-settle" differences={unsettled} />
        </>
      ) : null}
    </>
  );
}

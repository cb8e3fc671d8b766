import { textFacts } from '#components/coding/coded-need';
import { codingTerm, codingTexts } from '#components/coding/coding-cells';
import { CodingFields } from '#components/coding/coding-fields';
import type { FormError } from '#components/ui/error-summary';
import { Facts, Notice } from '#components/ui/page';
import { chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import type { Vocabulary } from '#lib/needs/store/queries';
import { readCodingFields } from '#lib/review/coding/schema';
import type { codingTaskById } from '#lib/review/coding/task-queries';
import type { Translate } from '#lib/text/i18n';

type Task = NonNullable<Awaited<ReturnType<typeof codingTaskById>>>;
type Common = Readonly<{ locale: Locale; t: Translate; task: Task }>;

/** That the coding is stored, with the next need to code; or that others code this one. */
export function TaskNotice({
  locale,
  t,
  task,
  nextId,
  isOpen,
}: Common & Readonly<{ nextId?: string; isOpen: boolean }>) {
  if (task.coding) {
    return (
      <Notice kind="ok">
        <p>{t('secondCoding.kept')}</p>
        {nextId ? (
          <p>
            <a href={`/${locale}/coding/tasks/${nextId}`}>{t('secondCoding.next')}</a>
          </p>
        ) : null}
      </Notice>
    );
  }
  if (isOpen) return null;
  return (
    <Notice kind="warn">
      <p>{t('secondCoding.notYours')}</p>
    </Notice>
  );
}

/** The text to code and its chapter, without its State, its reference or its first coding. */
export function TaskFacts({ locale, t, task }: Common) {
  const { chapter } = task;
  const chapterFact = {
    term: t('secondCoding.chapter'),
    value: `${t('provisions.chapter', { chapter })} · ${chapterTitle(chapter, locale)}`,
  };
  return <Facts facts={[...textFacts(t, task), chapterFact]} />;
}

/** The coding that the reader has stored. */
export function OwnCoding({ locale, t, task, everyTerm }: Common & { everyTerm?: Vocabulary }) {
  if (!task.coding || !everyTerm) return null;
  const texts = codingTexts(locale, t, task.chapter, task.coding, everyTerm);
  return (
    <>
      <h2>{t('secondCoding.own')}</h2>
      <Facts
        facts={(['article', 'category', 'subcategory', 'tags'] as const).map((name) => ({
          term: codingTerm(t, name),
          value: texts[name],
        }))}
      />
    </>
  );
}

type FormProps = Common &
  Readonly<{
    by: string;
    vocabulary: Vocabulary;
    form?: FormFields;
    errors: readonly FormError[];
  }>;

/** The form in which the need is coded. */
export const CodingForm = ({ locale, t, task, by, vocabulary, form = {}, errors }: FormProps) => (
  <form
    method="post"
    action={`/${locale}/coding/tasks/${task.id}/code`}
    className="need-form"
    noValidate
  >
    <input type="hidden" name="by" value={by} />
    <p className="hint">{t('secondCoding.taskHint')}</p>
    <CodingFields
      locale={locale}
      t={t}
      chapter={task.chapter}
      vocabulary={vocabulary}
      fields={readCodingFields(form)}
      errors={errors}
    />
    <div className="buttons">
      <button className="button">{t('secondCoding.keep')}</button>
    </div>
  </form>
);

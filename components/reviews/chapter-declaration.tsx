import { errorOf, type ShownError } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatInstant, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { isComplete, owed, type ChapterDesk } from '#lib/needs/reviews/turn';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  by: string;
  desk: ChapterDesk;
  enters: boolean;
  form?: FormFields;
  errors: readonly ShownError[];
}>;

/**
 * Whether a chapter was declared complete, what it still lacks, and the forms to declare it or to
 * take that back.
 */
export function ChapterDeclaration({
  locale,
  t,
  reviewId,
  by,
  desk,
  enters,
  form = {},
  errors,
}: Props) {
  const { chapter, declared, drafts } = desk;
  const at = (verb: string) => `/${locale}/reviews/${reviewId}/${verb}`;
  const hidden = (
    <>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="chapter" value={chapter} />
    </>
  );

  if (declared) {
    const id = `reason-${chapter}`;
    const typed = textOf(form, 'chapter') === chapter;
    return (
      <>
        <p>
          <span className="tag approved" data-mark="✓">
            {t('desk.complete')}
          </span>{' '}
          <span className="note">
            {t('desk.declaredBy', { name: declared.by, at: formatInstant(locale, declared.at) })}
          </span>
        </p>
        {enters ? (
          <details className="act" open={typed && errorOf(errors, id) !== undefined}>
            <summary>{t('desk.takeBack')}</summary>
            <form method="post" action={at('take-back')} noValidate>
              {hidden}
              <TextArea
                name="reason"
                id={id}
                label={t('desk.takeBackReason')}
                rows={2}
                defaultValue={typed ? textOf(form, 'reason') : ''}
                error={errorOf(errors, id)}
              />
              <div className="buttons">
                <button className="button second">{t('desk.takeBack')}</button>
              </div>
            </form>
          </details>
        ) : null}
      </>
    );
  }
  if (isComplete(desk)) {
    return enters ? (
      <form method="post" action={at('declare')} className="buttons">
        {hidden}
        <button className="button" id={`declare-${chapter}`}>
          {t('desk.declare', { chapter })}
        </button>
        <span className="hint">{t('desk.declareHint')}</span>
      </form>
    ) : (
      <p className="note">{t('desk.notDeclared')}</p>
    );
  }
  const missing = owed(desk);
  return (
    <p className="note" id={`declare-${chapter}`} tabIndex={-1}>
      {missing.length > 0
        ? t('desk.missing', {
            count: missing.length,
            list: formatList(locale, missing.map(String)),
          })
        : null}{' '}
      {drafts > 0 ? t('desk.drafts', { count: drafts }) : null}
    </p>
  );
}

import { Confirmed } from '#components/ui/confirmed';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatInstant, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import {
  isComplete,
  unansweredArticles,
  type ChapterStatus,
} from '#lib/needs/reviews/review-status';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  by: string;
  status: ChapterStatus;
  maySign: boolean;
  form?: FormFields;
  errors: readonly FormError[];
}>;

type Common = Pick<Props, 'locale' | 't' | 'reviewId' | 'by' | 'status' | 'maySign'>;

const addressOf = ({ locale, reviewId }: Common, verb: string) =>
  `/${locale}/reviews/${reviewId}/${verb}`;

const Hidden = ({ by, chapter }: Readonly<{ by: string; chapter: string }>) => (
  <>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="chapter" value={chapter} />
  </>
);

/** Who declared the chapter complete, and the form to withdraw the declaration. */
function Declared({
  declared,
  form = {},
  errors,
  ...common
}: Common & Pick<Props, 'form' | 'errors'> & { declared: NonNullable<ChapterStatus['declared']> }) {
  const { locale, t, by, status, maySign } = common;
  const { chapter } = status;
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
      {maySign ? (
        <details className="act" open={typed && errorOf(errors, id) !== undefined}>
          <summary>{t('desk.takeBack')}</summary>
          <form method="post" action={addressOf(common, 'take-back')} noValidate>
            <Hidden by={by} chapter={chapter} />
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

/** The form that declares the chapter complete. */
function Declare({ errors, ...common }: Common & Pick<Props, 'errors'>) {
  const { t, by, status, maySign } = common;
  const { chapter } = status;
  return maySign ? (
    <form method="post" action={addressOf(common, 'declare')} className="stacked">
      <Hidden by={by} chapter={chapter} />
      <Confirmed
        summary={t('desk.declare', { chapter })}
        lead={t('confirm.declare', { chapter })}
        isOpen={errors.some(({ field }) => field === `declare-${chapter}`)}
      >
        <button className="button" id={`declare-${chapter}`}>
          {t('desk.declare', { chapter })}
        </button>
      </Confirmed>
      <span className="hint">{t('desk.declareHint')}</span>
    </form>
  ) : (
    <p className="note">{t('desk.notDeclared')}</p>
  );
}

/** The articles without an answer, and the drafts, that keep the chapter incomplete. */
function Missing({ locale, t, status }: Common) {
  const { chapter, drafts } = status;
  const missing = unansweredArticles(status);
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

/**
 * Whether a chapter is declared complete, what it still lacks, and the forms to declare it or to
 * withdraw the declaration.
 */
export function ChapterDeclaration({ form, errors, ...common }: Props) {
  const { declared } = common.status;
  if (declared) return <Declared {...common} declared={declared} form={form} errors={errors} />;
  return isComplete(common.status) ? (
    <Declare {...common} errors={errors} />
  ) : (
    <Missing {...common} />
  );
}

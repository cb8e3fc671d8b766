import { aboutText, CommentList } from '#components/comments/comment-list';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextArea } from '#components/ui/field';
import type { Actor } from '#lib/base/actor';
import type { Comment } from '#lib/needs/comments/queries';
import { mayComment } from '#lib/needs/comments/permissions';
import { longestComment } from '#lib/needs/comments/vocabulary';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import type { FieldName } from '#lib/needs/model/fields';
import type { NeedView } from '#lib/needs/store/queries';

/** The fields that a comment can be about, besides the need as a whole. */
const fields: readonly FieldName[] = [
  'articles',
  'category',
  'subcategory',
  'types',
  'topics',
  'tags',
  'targetGroups',
  'text',
  'quote',
  'priority',
];

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  need: NeedView;
  comments: readonly Comment[];
  /** The id of the comment that the form will make: sent twice, it makes one. */
  newId: string;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** Who may read the comment. */
const Readers = ({ t, to, error }: Pick<Props, 't'> & Readonly<{ to: string; error?: string }>) => (
  <ChoiceGroup name="to" label={t('comments.to')} error={error}>
    <Choice
      kind="radio"
      id="to"
      name="to"
      value="internal"
      label={t('comments.internal')}
      defaultChecked={to === 'internal'}
    />
    <Choice
      kind="radio"
      id="to-sent"
      name="to"
      value="sent"
      label={t('comments.sent')}
      defaultChecked={to === 'sent'}
    />
  </ChoiceGroup>
);

/** The form for a new comment. */
const NewComment = ({
  locale,
  t,
  actor,
  need,
  newId,
  form,
  errors,
  mayBeInternal,
}: Omit<Props, 'comments'> & Required<Pick<Props, 'form'>> & { mayBeInternal: boolean }) => (
  <details className="act" open={form.comment !== undefined}>
    <summary>{t('comments.new')}</summary>
    <form method="post" action={`/${locale}/needs/${need.id}/comment`} noValidate>
      <input type="hidden" name="by" value={actor.accountId ?? ''} />
      <input type="hidden" name="id" value={textOf(form, 'id') || newId} />
      <SelectField
        name="field"
        label={t('comments.about')}
        none={t('comments.whole')}
        options={fields.map((field) => ({ value: field, label: aboutText(t, field) }))}
        defaultValue={textOf(form, 'field')}
        error={errorOf(errors, 'field')}
      />
      <TextArea
        name="comment"
        dir="auto"
        label={t('comments.text')}
        hint={t('comments.textHint', { max: longestComment })}
        rows={4}
        defaultValue={textOf(form, 'comment')}
        error={errorOf(errors, 'comment')}
      />
      {mayBeInternal ? (
        <Readers t={t} to={textOf(form, 'to') || 'sent'} error={errorOf(errors, 'to')} />
      ) : (
        <input type="hidden" name="to" value="sent" />
      )}
      <div className="buttons">
        <button className="button second">
          {t(mayBeInternal ? 'comments.add' : 'comments.send')}
        </button>
      </div>
    </form>
  </details>
);

/** Comments on a need, and the form for a new one; only reviewers may make it internal. */
export function CommentsSection({
  locale,
  t,
  actor,
  need,
  comments,
  newId,
  form = {},
  errors,
}: Props) {
  const mayBeInternal = mayComment(actor, need, true);
  const maySend = mayComment(actor, need, false);
  if (comments.length === 0 && !maySend) return null;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">
        {t('comments.title')}{' '}
        <span className="note">
          {t('comments.openCount', { count: comments.filter(({ resolved }) => !resolved).length })}
        </span>
      </h2>
      {comments.length === 0 ? (
        <p>{t('comments.none')}</p>
      ) : (
        <CommentList {...{ locale, t, actor, need, comments }} />
      )}
      {maySend ? (
        <NewComment {...{ locale, t, actor, need, newId, form, errors, mayBeInternal }} />
      ) : null}
    </section>
  );
}

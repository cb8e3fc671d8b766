import { errorOf, type ShownError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, TextArea } from '#components/ui/field';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { longestReason } from '#lib/text/reason';
import type { NeedSeen } from '#lib/needs/store/queries';
import { ruling } from '#lib/needs/model/rules';
import type { Verb } from '#lib/needs/model/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  need: NeedSeen;
  /** Whether the setting lets an administrator lift the rule of four eyes. */ liftable: boolean;
  sent?: FormFields;
  sentVerb?: string;
  errors: readonly ShownError[];
}>;

/** What a return may open by itself; what hangs together with it is opened too. */
const returnable = [
  'articles',
  'category',
  'topics',
  'tags',
  'targetGroups',
  'text',
  'quote',
  'priority',
] as const;

/** A page has several reasons; each has an id of its own, to which its error leads. */
export const reasonId = (verb: string) => `reason-${verb}`;

const FieldsToReopen = ({
  t,
  ticked,
  error,
}: {
  t: Translate;
  ticked: readonly string[];
  error?: string;
}) => (
  <ChoiceGroup
    name="reopen"
    label={t('need.reopenFields')}
    hint={t('need.reopenFieldsHint')}
    optional={t('form.optional')}
    error={error}
  >
    <div className="options">
      {returnable.map((field) => (
        <Choice
          key={field}
          kind="checkbox"
          id={`reopen-${field}`}
          name="reopen"
          value={field}
          label={t(`needs.${field === 'articles' ? 'provision' : field}`)}
          defaultChecked={ticked.includes(field)}
        />
      ))}
    </div>
  </ChoiceGroup>
);

/**
 * What this person may do to this need now, by the one table of rules; and if they may not decide,
 * why.
 */
export function NeedActions({
  locale,
  t,
  actor,
  need,
  liftable,
  sent = {},
  sentVerb,
  errors,
}: Props) {
  if (!need.working || (actor.role === 'administrator' && !liftable)) return null;
  const may = (verb: Verb) => ruling(actor, verb, need) === 'allowed';
  const at = (verb: string) => `/${locale}/needs/${need.id}/${verb}`;
  const hidden = (
    <>
      <input type="hidden" name="by" value={actor.accountId ?? ''} />
      <input type="hidden" name="version" value={need.version} />
    </>
  );
  const draft = need.status === 'draft';

  type Reasoned =
    | 'return'
    | 'reopen'
    | 'withdraw'
    | 'object'
    | 'request-withdrawal'
    | 'refuse-withdrawal'
    | 'lift-four-eyes';
  const withReason = (
    verb: Reasoned,
    reason: string,
    hint: string,
    button: string,
    summary: string,
  ) => {
    const id = reasonId(verb);
    const typed = sentVerb === verb;
    return (
      <details className="act" open={typed}>
        <summary>{summary}</summary>
        <form method="post" action={at(verb)} noValidate>
          {hidden}
          <TextArea
            name="reason"
            id={id}
            dir="auto"
            label={reason}
            hint={hint}
            rows={3}
            defaultValue={typed ? textOf(sent, 'reason') : ''}
            error={errorOf(errors, id)}
          />
          {verb === 'return' ? (
            <FieldsToReopen
              t={t}
              ticked={typed ? listOf(sent, 'reopen') : []}
              error={errorOf(errors, 'reopen')}
            />
          ) : null}
          <div className="buttons">
            <button className="button second">{button}</button>
          </div>
        </form>
      </details>
    );
  };

  return (
    <aside className="beside" aria-label={t('need.decision')}>
      {may('edit') ? (
        <p className="buttons">
          <a className="button" href={at('change')}>
            {draft ? t('need.continue') : t('need.correct')}
          </a>
          {may('submit') ? (
            <a className="button second" href={at('check')}>
              {t('need.checkAndSubmit')}
            </a>
          ) : null}
        </p>
      ) : null}
      {actor.role === 'contributor' && draft ? <p>{t('colleagues.submits')}</p> : null}
      {actor.role === 'focal-point' &&
      (need.status === 'submitted' || need.status === 'recoded') ? (
        <p>{t('need.waiting')}</p>
      ) : null}
      {ruling(actor, 'approve', need) === 'four-eyes' ? <p>{t('need.ownEntry')}</p> : null}
      {may('approve') ? (
        <form method="post" action={at('approve')}>
          <h2>{t('need.decision')}</h2>
          {hidden}
          <p>{t('need.approveLead')}</p>
          {need.request === 'objection' ? (
            <TextArea
              name="reason"
              id={reasonId('approve')}
              dir="auto"
              label={t('need.answerObjection')}
              hint={t('need.answerObjectionHint')}
              rows={3}
              defaultValue={sentVerb === 'approve' ? textOf(sent, 'reason') : ''}
              error={errorOf(errors, reasonId('approve'))}
            />
          ) : null}
          <div className="buttons">
            <button className="button">{t('need.approve')}</button>
          </div>
        </form>
      ) : null}
      {may('return')
        ? withReason(
            'return',
            t('need.returnReason'),
            t('need.returnHint', { max: longestReason }),
            t('need.returnButton'),
            t('need.return'),
          )
        : null}
      {may('recode') ? (
        <p className="act">
          <a href={at('recoding')}>{t('need.recode')}</a>
        </p>
      ) : null}
      {may('reopen')
        ? withReason(
            'reopen',
            t('need.reopenReason'),
            t('need.reopenHint'),
            t('need.reopenButton'),
            t('need.reopen'),
          )
        : null}
      {may('grant-withdrawal') ? (
        <form method="post" action={at('grant-withdrawal')}>
          {hidden}
          <p>{t('need.grantLead')}</p>
          <div className="buttons">
            <button className="button">{t('need.grantButton')}</button>
          </div>
        </form>
      ) : null}
      {may('refuse-withdrawal')
        ? withReason(
            'refuse-withdrawal',
            t('need.refuseReason'),
            t('need.refuseHint'),
            t('need.refuseButton'),
            t('need.refuse'),
          )
        : null}
      {may('object')
        ? withReason(
            'object',
            t('need.objectReason'),
            t('need.objectHint'),
            t('need.objectButton'),
            t('need.object'),
          )
        : null}
      {may('request-withdrawal')
        ? withReason(
            'request-withdrawal',
            t('need.requestReason'),
            t('need.requestHint'),
            t('need.requestButton'),
            t('need.requestWithdrawal'),
          )
        : null}
      {may('take-back-request') ? (
        <form method="post" action={at('take-back-request')}>
          {hidden}
          <div className="buttons">
            <button className="button second">{t('need.takeBackRequest')}</button>
          </div>
        </form>
      ) : null}
      {liftable && may('lift-four-eyes')
        ? withReason(
            'lift-four-eyes',
            t('need.liftReason'),
            t('need.liftHint'),
            t('need.liftButton'),
            t('need.lift'),
          )
        : null}
      {may('withdraw')
        ? withReason(
            'withdraw',
            t('need.withdrawReason'),
            t('need.withdrawHint'),
            t('need.withdrawButton'),
            t('need.withdraw'),
          )
        : null}
    </aside>
  );
}

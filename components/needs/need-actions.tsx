import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, TextArea } from '#components/ui/field';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { maxReasonLength } from '#lib/text/reason';
import type { NeedView } from '#lib/needs/store/queries';
import { checkTransition, isDiscarded } from '#lib/needs/model/transitions';
import type { Verb } from '#lib/needs/model/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  need: NeedView;
  /** Whether the settings let an administrator lift the four-eyes rule. */
  mayLiftFourEyes: boolean;
  /** The form that was sent from this page, and its verb. */
  form?: FormFields;
  sentVerb?: string;
  errors: readonly FormError[];
}>;

/** The fields that a return can reopen; the fields that depend on them are reopened too. */
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

/** The id of the reason field of one verb, to which its error leads. */
export const reasonId = (verb: string) => `reason-${verb}`;

const FieldsToReopen = ({
  t,
  checked,
  error,
}: {
  t: Translate;
  checked: readonly string[];
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
          defaultChecked={checked.includes(field)}
        />
      ))}
    </div>
  </ChoiceGroup>
);

type Act = Pick<Props, 'locale' | 't' | 'actor' | 'need' | 'errors'> &
  Required<Pick<Props, 'form'>> &
  Pick<Props, 'sentVerb'>;

const addressOf = ({ locale, need }: Act, verb: string) => `/${locale}/needs/${need.id}/${verb}`;

/** The account that acts, and the version that it saw. */
const Hidden = ({ actor, need }: Act) => (
  <>
    <input type="hidden" name="by" value={actor.accountId ?? ''} />
    <input type="hidden" name="version" value={need.version} />
  </>
);

/** The verbs that take a reason, with the keys of their messages. */
const verbsWithReason = {
  return: {
    reason: 'need.returnReason',
    hint: 'need.returnHint',
    button: 'need.returnButton',
    summary: 'need.return',
  },
  reopen: {
    reason: 'need.reopenReason',
    hint: 'need.reopenHint',
    button: 'need.reopenButton',
    summary: 'need.reopen',
  },
  'refuse-withdrawal': {
    reason: 'need.refuseReason',
    hint: 'need.refuseHint',
    button: 'need.refuseButton',
    summary: 'need.refuse',
  },
  object: {
    reason: 'need.objectReason',
    hint: 'need.objectHint',
    button: 'need.objectButton',
    summary: 'need.object',
  },
  'request-withdrawal': {
    reason: 'need.requestReason',
    hint: 'need.requestHint',
    button: 'need.requestButton',
    summary: 'need.requestWithdrawal',
  },
  'lift-four-eyes': {
    reason: 'need.liftReason',
    hint: 'need.liftHint',
    button: 'need.liftButton',
    summary: 'need.lift',
  },
  withdraw: {
    reason: 'need.withdrawReason',
    hint: 'need.withdrawHint',
    button: 'need.withdrawButton',
    summary: 'need.withdraw',
  },
} as const;

/** The collapsed form of a verb with its reason; nothing where the verb is not allowed. */
function WithReason({ verb, ...act }: Act & Readonly<{ verb: keyof typeof verbsWithReason }>) {
  const { t, actor, need, form, sentVerb, errors } = act;
  if (checkTransition(actor, verb, need) !== 'allowed') return null;
  const texts = verbsWithReason[verb];
  const id = reasonId(verb);
  const wasSent = sentVerb === verb;
  return (
    <details className="act" open={wasSent}>
      <summary>{t(texts.summary)}</summary>
      <form method="post" action={addressOf(act, verb)} noValidate>
        <Hidden {...act} />
        <TextArea
          name="reason"
          id={id}
          dir="auto"
          label={t(texts.reason)}
          hint={t(texts.hint, { max: maxReasonLength })}
          rows={3}
          defaultValue={wasSent ? textOf(form, 'reason') : ''}
          error={errorOf(errors, id)}
        />
        {verb === 'return' ? (
          <FieldsToReopen
            t={t}
            checked={wasSent ? listOf(form, 'reopen') : []}
            error={errorOf(errors, 'reopen')}
          />
        ) : null}
        <div className="buttons">
          <button className="button second">{t(texts.button)}</button>
        </div>
      </form>
    </details>
  );
}

/** The button of a verb without a reason; nothing where the verb is not allowed. */
const OneButton = ({
  verb,
  lead,
  button,
  second = false,
  ...act
}: Act &
  Readonly<{
    verb: 'grant-withdrawal' | 'take-back-request';
    lead?: string;
    button: string;
    second?: boolean;
  }>) =>
  checkTransition(act.actor, verb, act.need) === 'allowed' ? (
    <form method="post" action={addressOf(act, verb)}>
      <Hidden {...act} />
      {lead ? <p>{lead}</p> : null}
      <div className="buttons">
        <button className={second ? 'button second' : 'button'}>{button}</button>
      </div>
    </form>
  ) : null;

/** Links to the pages that edit and submit the need. */
function EditLinks(act: Act) {
  const { t, actor, need } = act;
  const may = (verb: Verb) => checkTransition(actor, verb, need) === 'allowed';
  if (!may('edit')) return null;
  return (
    <p className="buttons">
      <a className="button" href={addressOf(act, 'change')}>
        {need.status === 'draft' ? t('need.continue') : t('need.correct')}
      </a>
      {may('submit') ? (
        <a className="button second" href={addressOf(act, 'check')}>
          {t('need.checkAndSubmit')}
        </a>
      ) : null}
    </p>
  );
}

/** Why the actor cannot act on the need now. */
function Waiting({ t, actor, need }: Act) {
  const isWithReviewers = need.status === 'submitted' || need.status === 'recoded';
  return (
    <>
      {actor.role === 'contributor' && need.status === 'draft' ? (
        <p>{t('colleagues.submits')}</p>
      ) : null}
      {actor.role === 'focal-point' && isWithReviewers ? <p>{t('need.waiting')}</p> : null}
      {checkTransition(actor, 'approve', need) === 'four-eyes' ? <p>{t('need.ownEntry')}</p> : null}
    </>
  );
}

/** The form that approves the need, with an answer to an objection. */
function Approve(act: Act) {
  const { t, actor, need, form, sentVerb, errors } = act;
  if (checkTransition(actor, 'approve', need) !== 'allowed') return null;
  return (
    <form method="post" action={addressOf(act, 'approve')}>
      <h2>{t('need.decision')}</h2>
      <Hidden {...act} />
      <p>{t('need.approveLead')}</p>
      {need.request === 'objection' ? (
        <TextArea
          name="reason"
          id={reasonId('approve')}
          dir="auto"
          label={t('need.answerObjection')}
          hint={t('need.answerObjectionHint')}
          rows={3}
          defaultValue={sentVerb === 'approve' ? textOf(form, 'reason') : ''}
          error={errorOf(errors, reasonId('approve'))}
        />
      ) : null}
      <div className="buttons">
        <button className="button">{t('need.approve')}</button>
      </div>
    </form>
  );
}

/** Discards a draft, or brings a discarded one back; a submitted need is withdrawn with a reason. */
function Withdrawing(act: Act) {
  const { t, actor, need } = act;
  if (isDiscarded(need) && need.enteredBy === actor.accountId)
    return (
      <form method="post" action={addressOf(act, 'undo-discard')}>
        <Hidden {...act} />
        <div className="buttons">
          <button className="button">{t('need.undoDiscard')}</button>
        </div>
      </form>
    );
  if (need.status !== 'draft') return <WithReason {...act} verb="withdraw" />;
  if (checkTransition(actor, 'withdraw', need) !== 'allowed') return null;
  return (
    <details className="act">
      <summary>{t('need.discard')}</summary>
      <form method="post" action={addressOf(act, 'withdraw')}>
        <Hidden {...act} />
        <p>{t('need.discardLead')}</p>
        <div className="buttons">
          <button className="button second">{t('need.discard')}</button>
        </div>
      </form>
    </details>
  );
}

/** The actions that the rules allow the actor on the need, or why there are none. */
export function NeedActions({ mayLiftFourEyes, form = {}, ...rest }: Props) {
  const act: Act = { ...rest, form };
  const { t, actor, need } = act;
  if (!need.working || (actor.role === 'administrator' && !mayLiftFourEyes)) return null;
  return (
    <aside className="beside" aria-label={t('need.decision')}>
      <EditLinks {...act} />
      <Waiting {...act} />
      <Approve {...act} />
      <WithReason {...act} verb="return" />
      {checkTransition(actor, 'recode', need) === 'allowed' ? (
        <p className="act">
          <a href={addressOf(act, 'recoding')}>{t('need.recode')}</a>
        </p>
      ) : null}
      <WithReason {...act} verb="reopen" />
      <OneButton
        {...act}
        verb="grant-withdrawal"
        lead={t('need.grantLead')}
        button={t('need.grantButton')}
      />
      <WithReason {...act} verb="refuse-withdrawal" />
      <WithReason {...act} verb="object" />
      <WithReason {...act} verb="request-withdrawal" />
      <OneButton {...act} verb="take-back-request" button={t('need.takeBackRequest')} second />
      {mayLiftFourEyes ? <WithReason {...act} verb="lift-four-eyes" /> : null}
      <Withdrawing {...act} />
    </aside>
  );
}

import 'server-only';
import type { Failure } from '#lib/base/errors';
import { currentSubmission, type SubmittedForm } from '#lib/http/form-page';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

export type FormResult = Readonly<{
  /** The input; undefined where the page shows no result. */
  form?: FormFields;
  /** The last segment of the address that the form was sent to: `return`, `edit`. */
  verb?: string;
  errors: readonly Readonly<{ field: string; text: string }>[];
  notice?: Readonly<{ title: string; text: string }>;
  hasConflict: boolean;
  isRestored: boolean;
}>;

const refusals = ['role', 'not-yours', 'four-eyes', 'setting'] as const;
const conflicts = ['status', 'counted', 'closed', 'set', 'discarded'] as const;

type Notice = FormResult['notice'];
type Conflict = Extract<Failure, { kind: 'conflict' }>;

/** Why the input conflicts with what is stored. */
function conflictText(locale: Locale, t: Translate, { why, by, at }: Conflict): string {
  const reason = conflicts.find((known) => known === why);
  if (reason) return t(`conflict.${reason}`);
  if (!by || !at) return t('conflict.leadUnknown');
  return t('conflict.lead', { name: by, at: formatInstant(locale, at) });
}

/** The notice above a form about a failure that belongs to no field. */
function noticeOf(locale: Locale, t: Translate, failure: SubmittedForm['failure']): Notice {
  switch (failure.kind) {
    case 'forbidden': {
      const reason = refusals.find((known) => known === failure.why) ?? 'role';
      return { title: t('refused.title'), text: t(`refused.${reason}`) };
    }
    case 'database':
      return { title: t('problem.title'), text: t(`problem.${failure.why}`) };
    case 'limited': {
      const minutes = Math.ceil(failure.seconds / 60);
      return { title: t('problem.title'), text: t('signIn.limited', { minutes }) };
    }
    case 'conflict':
      return {
        title: t(failure.why === 'closed' ? 'conflict.closedTitle' : 'conflict.title'),
        text: conflictText(locale, t, failure),
      };
    default:
      return undefined;
  }
}

/** Why something was not done, in a sentence; undefined where only fields say it. */
export const failureText = (locale: Locale, t: Translate, failure: Failure): string | undefined =>
  noticeOf(locale, t, failure)?.text;

/**
 * The result of a form that was just sent from this page to one of these addresses (to any, if none
 * is given), as the page shows it.
 */
export function formResult(
  locale: Locale,
  t: Translate,
  ...addresses: readonly string[]
): FormResult {
  const answer = currentSubmission();
  const isOneOf = (sentTo: string) =>
    addresses.length === 0 || addresses.some((address) => sentTo.endsWith(address));
  if (!answer || !isOneOf(answer.sentTo))
    return { errors: [], hasConflict: false, isRestored: false };

  const { failure, form, sentTo } = answer;
  const faults = failure.kind === 'invalid' ? failure.errors : [];
  return {
    form,
    verb: sentTo.split('/').at(-1),
    errors: faults.map(({ field, message }) => ({ field, text: errorText(t, message) })),
    notice: noticeOf(locale, t, failure),
    hasConflict: failure.kind === 'conflict',
    isRestored: failure.kind === 'kept',
  };
}

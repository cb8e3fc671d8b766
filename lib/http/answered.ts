import 'server-only';
import { currentAnswer } from '#lib/http/answer';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';

export type Answered = Readonly<{
  /** What the form had when it was sent; undefined on a page that answers nothing. */
  form?: FormFields;
  /** The last part of the address that the form was sent to: `return`, `edit`. */
  verb?: string;
  errors: readonly Readonly<{ field: string; text: string }>[];
  notice?: Readonly<{ title: string; text: string }>;
  conflict: boolean;
  kept: boolean;
}>;

const refusals = ['role', 'not-yours', 'four-eyes', 'setting'] as const;

/**
 * What the page has to say about a form that was just sent from it to one of these addresses (all,
 * if none is named).
 */
export function answered(locale: Locale, t: Translate, ...addresses: readonly string[]): Answered {
  const answer = currentAnswer();
  const nothing: Answered = { errors: [], conflict: false, kept: false };
  if (
    !answer ||
    (addresses.length > 0 && !addresses.some((address) => answer.sentTo.endsWith(address)))
  )
    return nothing;
  const { failure, form } = answer;
  const base = { ...nothing, form, verb: answer.sentTo.split('/').at(-1) };
  switch (failure.kind) {
    case 'kept':
      return { ...base, kept: true };
    case 'invalid':
      return {
        ...base,
        errors: failure.errors.map(({ field, message }) => ({
          field,
          text: errorText(t, message),
        })),
      };
    case 'forbidden':
      return {
        ...base,
        notice: {
          title: t('refused.title'),
          text: t(`refused.${refusals.find((why) => why === failure.why) ?? 'role'}`),
        },
      };
    case 'database':
      return { ...base, notice: { title: t('problem.title'), text: t(`problem.${failure.why}`) } };
    case 'limited':
      return {
        ...base,
        notice: {
          title: t('problem.title'),
          text: t('signIn.limited', { minutes: Math.ceil(failure.seconds / 60) }),
        },
      };
    case 'conflict': {
      const lead =
        failure.by && failure.at
          ? t('conflict.lead', { name: failure.by, at: formatInstant(locale, failure.at) })
          : t('conflict.leadUnknown');
      const text =
        failure.why === 'status'
          ? t('conflict.status')
          : failure.why === 'counted'
            ? t('conflict.counted')
            : failure.why === 'closed'
              ? t('conflict.closed')
              : failure.why === 'set'
                ? t('conflict.set')
                : lead;
      return { ...base, conflict: true, notice: { title: t('conflict.title'), text } };
    }
    default:
      return base;
  }
}

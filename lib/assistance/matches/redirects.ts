import { textOf, type FormFields } from '#lib/http/form';
import type { MatchVerb } from '#lib/needs/fulfilment/vocabulary';
import { isUuid } from '#lib/text/uuid';

/**
 * After an action, redirects to the match, or back to the claims of the State if the form was
 * there.
 */
export const redirectAfterAction =
  (verb: MatchVerb) =>
  ({ id }: { id: string }, { locale }: { locale: string }, form: FormFields): string =>
    textOf(form, 'from') === 'claims'
      ? `/${locale}/assistance/claims?done=${verb}`
      : `/${locale}/assistance/matches/${id}?done=${verb}`;

/** The page with the form of a proposal, opened from the need or from the activity. */
export function proposalFormPage({ locale }: { locale: string }, form: FormFields): string {
  const side = textOf(form, 'side') === 'assistance' ? 'assistance' : 'need';
  const id = textOf(form, side);
  return `/${locale}/assistance/matches/new?${side}=${isUuid(id) ? id : ''}`;
}

import { chooseForDecision } from '#lib/review/decisions/commands';
import { readChoice } from '#lib/review/decisions/input';
import { decisionAddress } from '#lib/review/decisions/vocabulary';
import { textOf, type FormFields } from '#lib/http/form';
import { post } from '#lib/http/post';

const pageOf = (locale: string, form: FormFields) =>
  `/${locale}${decisionAddress(textOf(form, 'verb'), textOf(form, 'filter'))}`;

/** Leads from the list to the decision, with the needs that are ticked there. */
export const POST = post({
  input: readChoice,
  command: chooseForDecision,
  page: ({ locale }, form) => pageOf(locale, form),
  next: (_, { locale }, form) => {
    const page = pageOf(locale, form);
    const sentTo = `/${locale}/decisions/choose`;
    const submission = { failure: { kind: 'kept' }, form, sentTo, page } as const;
    return { location: page, cookies: [], submission };
  },
});

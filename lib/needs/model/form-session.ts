import { textOf, type FormFields } from '#lib/http/form';
import { isUuid } from '#lib/text/uuid';

/**
 * One opening of a form, and how often the browser has sent it since. A request that arrives late
 * is recognised by it and not saved again.
 */
export type FormSession = Readonly<{ id: string; sent: number }>;

export const parseFormSession = (form: FormFields): FormSession | null => {
  const id = textOf(form, 'sheet');
  const sendCount = Number(textOf(form, 'sent') || 0);
  return isUuid(id) && Number.isSafeInteger(sendCount) && sendCount >= 0
    ? { id, sent: sendCount }
    : null;
};

import { textOf, type FormFields } from '#lib/http/form';
import { isUuid } from '#lib/text/uuid';

/**
 * A form that was opened, and how often it has been sent since: what comes late is known by it, and
 * not kept again.
 */
export type Sheet = Readonly<{ id: string; sent: number }>;

export const sheetOf = (form: FormFields): Sheet | null => {
  const [id, sent] = [textOf(form, 'sheet'), Number(textOf(form, 'sent') || 0)];
  return isUuid(id) && Number.isSafeInteger(sent) && sent >= 0 ? { id, sent } : null;
};

import { done, failed } from '#lib/base/errors';
import { textOf } from '#lib/http/form';
import { parseVersion } from '#lib/needs/entry/input';
import { restoreVersion } from '#lib/needs/entry/restore-commands';
import { post } from '#lib/http/post';

export const POST = post({
  input: (form, address) => {
    const seen = parseVersion(form, address);
    if (!seen.ok) return seen;
    const earlier = textOf(form, 'earlier');
    return /^\d{1,9}$/.test(earlier)
      ? done({ ...seen.value, earlier: Number(earlier) })
      : failed({ kind: 'not-found' });
  },
  command: restoreVersion,
  page: ({ locale, id }) => `/${locale}/needs/${id}/history`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}/history?done=take-up`,
});

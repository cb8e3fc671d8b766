import { done, failed } from '#lib/base/errors';
import { textOf } from '#lib/http/form';
import { versionOf } from '#lib/needs/entry/input';
import { takeUpVersion } from '#lib/needs/entry/take-up-commands';
import { post } from '#lib/http/post';

export const POST = post({
  input: (form, address) => {
    const seen = versionOf(form, address);
    if (!seen.ok) return seen;
    const earlier = textOf(form, 'earlier');
    return /^\d{1,9}$/.test(earlier)
      ? done({ ...seen.value, earlier: Number(earlier) })
      : failed({ kind: 'not-found' });
  },
  command: takeUpVersion,
  page: ({ locale, id }) => `/${locale}/needs/${id}/history`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}/history?done=take-up`,
});

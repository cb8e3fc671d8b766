import { textOf } from '#lib/http/form';
import { saveGrid } from '#lib/needs/entry/grid';
import { parseGrid } from '#lib/needs/model/grid-row';
import { post } from '#lib/http/post';

const pageIn = (number: string) => (/^[1-9]\d{0,4}$/.test(number) ? number : '1');

export const POST = post({
  input: parseGrid,
  command: saveGrid,
  page: ({ locale, id }, form) =>
    `/${locale}/reviews/${id}/grid?page=${pageIn(textOf(form, 'page'))}`,
  next: ({ saved }, { locale, id }, form) =>
    `/${locale}/reviews/${id}/grid?page=${pageIn(textOf(form, 'page'))}&saved=${saved}`,
});

import { textOf } from '#lib/http/form';
import { saveGrid } from '#lib/needs/entry/grid';
import { gridOf } from '#lib/needs/model/grid-row';
import { post } from '#lib/http/post';

const pageIn = (number: string) => (/^[1-9]\d{0,4}$/.test(number) ? number : '1');

export const POST = post({
  input: gridOf,
  command: saveGrid,
  page: ({ locale, id }, form) =>
    `/${locale}/reviews/${id}/grid?page=${pageIn(textOf(form, 'page'))}`,
  onward: ({ saved }, { locale, id }, form) =>
    `/${locale}/reviews/${id}/grid?page=${pageIn(textOf(form, 'page'))}&saved=${saved}`,
});

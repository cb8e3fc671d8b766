import { writeText } from '#lib/notes/blocks/block-commands';
import { textInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';
import { isLocale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';

/** The page of the block in the language of the text that was sent. */
function blockPage(locale: string, id = '', key = '', form: FormFields = {}): string {
  const language = textOf(form, 'language');
  return `/${locale}/notes/${id}/blocks/${key}${isLocale(language) ? `?language=${language}` : ''}`;
}

export const POST = post({
  input: textInput,
  command: writeText,
  page: ({ locale, id, key }, form) => blockPage(locale, id, key, form),
  next: (_, { locale, id, key }, form) => blockPage(locale, id, key, form),
});

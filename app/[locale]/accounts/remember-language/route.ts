import { rememberLanguage } from '#lib/people/accounts/commands';
import { languageSchema } from '#lib/people/accounts/schema';
import { languageCookie } from '#lib/sessions/auth';
import { bySchema, textOf } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  isPublic: true,
  input: bySchema(languageSchema),
  command: rememberLanguage,
  page: ({ locale }) => `/${locale}/accounts/me`,
  next: (_value, _address, form) => {
    const { language, next } = languageSchema.parse({
      language: textOf(form, 'language'),
      next: textOf(form, 'next'),
    });
    return { location: next || `/${language}`, cookies: [languageCookie(language)] };
  },
});

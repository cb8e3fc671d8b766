import { HubForm } from '#components/assistance/hub-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult } from '#lib/http/form-result';
import { activityFormOptions } from '#lib/assistance/activities/form-queries';
import { listHubs } from '#lib/assistance/hubs/queries';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { translator } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  actor: Actor;
  title: string;
  action: string;
  hidden: Readonly<Record<string, string>>;
  stored: FormFields;
  /** The hub itself, which cannot be its own parent. */
  own?: string;
}>;

/** The page with the form of a hub: the stored values, or what was typed and what is wrong with it. */
export async function HubFormPage({ locale, actor, title, action, hidden, stored, own }: Props) {
  const t = translator(locale);
  const { form = stored, errors, notice } = formResult(locale, t);
  const [{ unknownNames: unfound }, hubs] = await Promise.all([
    activityFormOptions(actor, locale),
    listHubs(actor),
  ]);
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/assistance`, label: t('assistance.title') },
        { href: `/${locale}/assistance/hubs`, label: t('hubs.title') },
      ]}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <HubForm
        locale={locale}
        t={t}
        action={action}
        hidden={{
          by: actor.accountId!,
          ...hidden,
          ...(hidden.id && form.id ? { id: textOf(form, 'id') } : {}),
        }}
        form={form}
        errors={errors}
        parents={hubs
          .filter(({ id }) => id !== own)
          .map(({ id, name, language }) => ({ value: id, label: name, lang: language }))}
        unfound={{
          states: unfound(textOf(form, 'states')),
          location: unfound(textOf(form, 'location')),
        }}
      />
    </Page>
  );
}

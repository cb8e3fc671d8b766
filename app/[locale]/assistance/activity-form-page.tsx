import { ActivityForm } from '#components/assistance/activity-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page, type Crumb } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult } from '#lib/http/form-result';
import { activityFormOptions } from '#lib/assistance/activities/form-queries';
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
  crumbs?: readonly Crumb[];
}>;

/** The page with the form of an activity: the stored values, or what was typed and what is wrong. */
export async function ActivityFormPage({
  locale,
  actor,
  title,
  action,
  hidden,
  stored,
  crumbs = [],
}: Props) {
  const t = translator(locale);
  const { form = stored, errors, notice } = formResult(locale, t);
  const { topics, organisations, unknownNames: unfound } = await activityFormOptions(actor, locale);
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }, ...crumbs]}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <ActivityForm
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
        topics={topics}
        organisations={actor.role === 'provider' ? undefined : organisations}
        unfound={{
          recipients: unfound(textOf(form, 'recipients')),
          hosts: unfound(textOf(form, 'hosts')),
        }}
      />
    </Page>
  );
}

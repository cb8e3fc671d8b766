import { randomUUID } from 'node:crypto';
import { CommentsSection } from '#components/comments/comments-section';
import { NeedMatches } from '#components/matches/need-matches';
import { NeedCopy } from '#components/needs/need-copy';
import { NeedTranslations } from '#components/needs/need-translations';
import type { FormError } from '#components/ui/error-summary';
import { mayProposeMatches } from '#lib/assistance/matches/rules';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import { mayCopy } from '#lib/needs/entry/copies';
import { mayTranslate } from '#lib/needs/translations/permissions';
import type { Translate } from '#lib/text/i18n';
import type { LoadedNeed } from './load-need';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  loaded: LoadedNeed;
  sentVerb: string;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** The comments on a need, its assistance, and the button that copies it. */
export function NeedSections({ locale, t, actor, loaded, sentVerb, form, errors }: Props) {
  const { need, comments, assistance, translations } = loaded;
  return (
    <>
      <NeedTranslations
        {...{ locale, t, need, translations }}
        mayTranslate={mayTranslate(actor, need)}
      />
      <CommentsSection
        {...{ locale, t, actor, need, comments, errors }}
        newId={randomUUID()}
        form={sentVerb === 'comment' ? form : undefined}
      />
      {assistance ? (
        <NeedMatches
          {...assistance}
          locale={locale}
          t={t}
          needId={need.id}
          mayPropose={mayProposeMatches(actor)}
        />
      ) : null}
      {mayCopy(actor, need) ? (
        <NeedCopy
          t={t}
          action={`/${locale}/needs/${need.id}/copy`}
          by={actor.accountId!}
          newId={randomUUID()}
        />
      ) : null}
    </>
  );
}

import { Facts } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{ locale: Locale; t: Translate; actor: Actor }>;

/** The language that the reader has chosen, with where to change it. */
const Language = ({ t, actor }: Pick<Props, 't' | 'actor'>) =>
  actor.locale ? (
    <>
      {languageNames[actor.locale]}
      <br />
      <span className="note">{t('account.languageHint')}</span>
    </>
  ) : (
    t('account.languageNone')
  );

/** The reader's own account. */
export function AccountFacts({ locale, t, actor }: Props) {
  const { name, role, stateCode } = actor;
  const ofState = stateCode
    ? [{ term: t('account.state'), value: stateName(stateCode, locale) }]
    : [];
  return (
    <Facts
      facts={[
        { term: t('account.name'), value: name },
        { term: t('account.role'), value: t(`roles.${role}`) },
        ...ofState,
        { term: t('account.language'), value: <Language t={t} actor={actor} /> },
      ]}
    />
  );
}

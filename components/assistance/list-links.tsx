import { Notice } from '#components/ui/page';
import type { ActivityParameterFault } from '#lib/assistance/activities/list-parameters';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate }>;

/** The pages about assistance that this reader may open. */
export function AssistanceLinks({ locale, t, role }: Props & Pick<Actor, 'role'>) {
  const ofState = role === 'focal-point' || role === 'contributor';
  const links = [
    { page: 'hubs', label: t('assistance.hubsLink'), isShown: true },
    { page: 'unmet', label: t('unmet.title'), isShown: true },
    { page: 'matches', label: t('matches.title'), isShown: role !== 'public' },
    { page: 'claims', label: t('matches.claimsTitle'), isShown: ofState },
    { page: 'plans', label: t('plans.title'), isShown: role === 'manager' },
  ];
  return (
    <ul className="tools">
      {links
        .filter(({ isShown }) => isShown)
        .map(({ page, label }) => (
          <li key={page}>
            <a href={`/${locale}/assistance/${page}`}>{label}</a>
          </li>
        ))}
    </ul>
  );
}

/** The buttons that enter one activity or import many. */
export const EnterButtons = ({ locale, t }: Props) => (
  <p className="buttons">
    <a className="button" href={`/${locale}/assistance/new`}>
      {t('assistance.enter')}
    </a>
    <a className="button second" href={`/${locale}/assistance/import`}>
      {t('assistance.import')}
    </a>
  </p>
);

/** The parameters of the address that are not valid. */
export const FaultsNotice = ({
  t,
  faults,
}: Readonly<{ t: Translate; faults: readonly ActivityParameterFault[] }>) =>
  faults.length > 0 ? (
    <Notice kind="warn">
      {faults.map(({ name, value }) => (
        <p key={name + value}>
          {t('errors.unknownFilter', { value, name: t(`assistance.fields.${name}`) })}
        </p>
      ))}
    </Notice>
  ) : null;

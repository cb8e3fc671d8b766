import { entersNeeds } from '#components/needs/enters-needs';
import { Notice } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import type { Locale } from '#lib/convention/names';
import { statuses } from '#lib/needs/model/vocabulary';
import { openCodingTasks } from '#lib/review/coding/task-queries';
import { canEnterSomewhere } from '#lib/needs/reviews/entry-barriers';
import type { Translate } from '#lib/text/i18n';
import { listAddress, type NeedsList } from './load-list';

type Props = Readonly<{ locale: Locale; t: Translate; actor: Actor; list: NeedsList }>;
type Tab = Readonly<{ label: string; href: string; isCurrent: boolean }>;

/** Introduces the list to a reviewer and to the public. */
export function ListLead({ t, actor, list }: Omit<Props, 'locale'>) {
  if (list.isQueue) {
    return (
      <p className="lead">
        {t('needs.queueLead')} {t('home.toReview', { count: list.toDecide })}
      </p>
    );
  }
  if (actor.role !== 'public') return null;
  return <p className="lead">{t(environment().open ? 'needs.publicLead' : 'home.closed')}</p>;
}

/** The link to the form for a new need; nothing where no need can be entered. */
export async function EnterLink({ locale, t, actor }: Props) {
  if (!entersNeeds(actor) || !(await canEnterSomewhere(actor))) return null;
  return (
    <p className="buttons">
      <a className="button" href={`/${locale}/needs/new`}>
        {t('reviews.enter')}
      </a>
    </p>
  );
}

/** The first tab: the queue of a reviewer, all needs of everybody else. */
function firstTab({ locale, t, actor, list }: Props): Tab {
  if (actor.role === 'reviewer') {
    return {
      label: t('needs.queueTitle'),
      href: listAddress(locale, list, { show: 'queue', status: undefined }),
      isCurrent: list.isQueue,
    };
  }
  return {
    label: t('needs.all'),
    href: listAddress(locale, list, { show: 'own', status: undefined }),
    isCurrent: list.query.view === 'own' && !list.query.status,
  };
}

function tabsOf(props: Props): Tab[] {
  const { locale, t, list } = props;
  const { view, status: chosen } = list.query;
  return [
    firstTab(props),
    ...statuses.map((status) => ({
      label: t(`statuses.${status}`),
      href: listAddress(locale, list, { show: 'own', status }),
      isCurrent: view !== 'all' && chosen === status,
    })),
    {
      label: t('needs.published'),
      href: listAddress(locale, list, { show: 'all', status: undefined }),
      isCurrent: view === 'all',
    },
  ];
}

/** The tabs of a reader who has needs of their own: by status, and the published ones. */
export function ListTabs(props: Props) {
  if (!props.list.hasTabs) return null;
  return (
    <nav aria-label={props.t('needs.filter')}>
      <ul className="tabs">
        {tabsOf(props).map(({ label, href, isCurrent }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Says what is hidden from a reviewer while they have to code needs for a second time. */
export async function BlindnessNotice({ t, actor, list }: Omit<Props, 'locale'>) {
  if (actor.role !== 'reviewer' || list.query.view !== 'all') return null;
  const { length: count } = await openCodingTasks(actor);
  return count === 0 ? null : <p className="note">{t('secondCoding.blindList', { count })}</p>;
}

/** Names the parameters of the address that the list does not know. */
export function UnknownParameters({ t, list: { faults } }: Pick<Props, 't' | 'list'>) {
  if (faults.length === 0) return null;
  return (
    <Notice kind="warn">
      {faults.map(({ name, value }) => (
        <p key={name + value}>
          {t('errors.unknownFilter', { value, name: t(`list.names.${name}`) })}
        </p>
      ))}
    </Notice>
  );
}

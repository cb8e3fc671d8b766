import type { ReactNode } from 'react';
import { ActivityStatusTag } from '#components/assistance/activity-status';
import { NeedSummary } from '#components/matches/match-summary';
import { confirmationText, NeedStatusTag } from '#components/matches/need-status';
import { Facts, type Fact } from '#components/ui/page';
import type { MatchView } from '#lib/assistance/matches/queries';
import type { Locale } from '#lib/convention/names';
import { groundCodes, type NeedStatus } from '#lib/needs/fulfilment/vocabulary';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { writtenIn } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  match: MatchView;
  /** The status of the need, where the reader may see it. */
  status?: NeedStatus | null;
  /** Whether the provider has answered the State's dispute. */
  isAnswered: boolean;
}>;

/** The text of a need in the language that it was written in. */
export const NeedText = ({ text, language }: { text: string | null; language: Locale | null }) =>
  text ? (
    <p className="written" {...writtenIn(language)}>
      {text}
    </p>
  ) : null;

const NeedValue = ({ locale, t, match, status }: Props) => (
  <>
    <a href={`/${locale}/needs/${match.needId}`}>
      <NeedSummary locale={locale} t={t} need={match} />
    </a>{' '}
    {status ? <NeedStatusTag t={t} status={status} /> : null}
    <NeedText text={match.text} language={match.language} />
  </>
);

/** The title of the activity, as a link where the reader may open it. */
export const ActivityTitle = ({
  locale,
  match,
}: {
  locale: Locale;
  match: Pick<MatchView, 'title' | 'titleLanguage' | 'activityVisible' | 'assistanceId'>;
}) => (
  <bdi lang={match.titleLanguage}>
    {match.activityVisible ? (
      <a href={`/${locale}/assistance/${match.assistanceId}`}>{match.title}</a>
    ) : (
      match.title
    )}
  </bdi>
);

const factIf = (holds: boolean, term: string, value: () => ReactNode): Fact[] =>
  holds ? [{ term, value: value() }] : [];

/** The two sides of a match, its state, and why it was proposed. */
export function MatchFacts(props: Props) {
  const { locale, t, match, isAnswered } = props;
  const grounds = groundCodes.filter((ground) => match.grounds.includes(ground));
  const groundNames = grounds.map((ground) => t(`matches.groundNames.${ground}`));
  const activity = (
    <>
      <ActivityTitle locale={locale} match={match} />{' '}
      <ActivityStatusTag t={t} status={match.activity} />
    </>
  );
  return (
    <Facts
      facts={[
        { term: t('matches.need'), value: <NeedValue {...props} /> },
        { term: t('matches.activity'), value: activity },
        ...factIf(Boolean(match.organisation), t('assistance.fields.organisation'), () => (
          <bdi>{match.organisation}</bdi>
        )),
        { term: t('matches.degree'), value: t(`matches.degrees.${match.degree}`) },
        { term: t('matches.state'), value: t(`matches.states.${match.state}`) },
        ...factIf(match.state === 'accepted', t('matches.says'), () =>
          confirmationText(t, match.confirmation, isAnswered),
        ),
        { term: t('matches.proposedBy'), value: t(`matches.proposers.${match.proposedByKind}`) },
        ...factIf(grounds.length > 0, t('matches.grounds'), () => formatList(locale, groundNames)),
      ]}
    />
  );
}

import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { Choice, ChoiceGroup } from '#components/ui/field';
import { Page } from '#components/ui/page';
import { translator } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { readBlocks } from '#lib/notes/assemble';
import { editionChecks } from '#lib/notes/check-queries';
import type { Check } from '#lib/notes/checks';
import { MissingPage } from '../../../missing-page';
import { placeName } from '../place-name';
import { readEdition, type NoteParams } from '../reading';

/** What is to be settled or looked at before an edition is frozen, each with its link. */
export default async function Checks({ params }: NoteParams) {
  const {
    locale,
    t,
    actor,
    seen,
    writes,
    at,
    answer: { errors, notice },
    by,
    framed,
  } = await readEdition({ params, page: '/checks' });
  if (!seen) return <MissingPage locale={locale} />;
  const { edition } = seen;
  const { checks, places } = await editionChecks(actor, seen, (checked, material) => {
    const { read } = readBlocks(material, edition.sourceLocale, translator(edition.sourceLocale));
    return {
      checks: checked.checks,
      places: new Map(
        read.map(({ block: { key, kind }, number }) => [key, placeName(t, kind, number)]),
      ),
    };
  });
  const draft = edition.status === 'drafting' || edition.status === 'under-review';
  const href = ({ kind, key, locale: language, review }: Check) =>
    key === null
      ? review
        ? `/${locale}/reviews/${review}`
        : `${at}/write`
      : kind === 'moved'
        ? `${at}/moved#${key}`
        : `${at}/blocks/${key}${language ? `?language=${language}` : ''}`;
  const said = ({ kind, locale: language, detail = '' }: Check) =>
    t(`notes.checks.kinds.${kind}`, { language: language ? languageNames[language] : '', detail });
  const list = (some: readonly Check[]) =>
    some.length === 0 ? (
      <p>{t('notes.checks.nothing')}</p>
    ) : (
      <ul className="columns-list">
        {some.map((check) => (
          <li key={`${check.kind} ${check.key} ${check.locale} ${check.detail}`}>
            <a href={href(check)}>
              {check.key === null
                ? said(check)
                : `${places.get(check.key) ?? check.key}: ${said(check)}`}
            </a>
          </li>
        ))}
      </ul>
    );
  const [must, look] = [
    checks.filter((check) => check.must),
    checks.filter((check) => !check.must),
  ];
  // Of reviews there may be as many as there are States: one line, which opens onto them.
  const [reviews, others] = [
    look.filter(({ kind }) => kind === 'review'),
    look.filter(({ kind }) => kind !== 'review'),
  ];
  return (
    <Page title={t('notes.checks.title')} {...framed}>
      <h1>{t('notes.checks.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('notes.checks.lead')}</p>
      <h2 id="checks">{t('notes.checks.must')}</h2>
      {list(must)}
      <h2>{t('notes.checks.look')}</h2>
      {others.length > 0 || reviews.length === 0 ? list(others) : null}
      {reviews.length > 0 ? (
        <details>
          <summary>{t('notes.checks.openReviews', { count: reviews.length })}</summary>
          <ul className="columns-list">
            {reviews.map((check) => (
              <li key={check.review}>
                <a href={href(check)}>{check.detail}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {writes && draft && must.length === 0 ? (
        <form method="post" action={`${at}/freeze`} noValidate>
          <input type="hidden" name="by" value={by} />
          <input type="hidden" name="version" value={edition.version} />
          <p className="prose">{t('notes.checks.freezeLead')}</p>
          {look.length > 0 ? (
            <ChoiceGroup name="seen" label={t('notes.checks.look')} error={errorOf(errors, 'seen')}>
              <Choice
                kind="checkbox"
                name="seen"
                id="seen"
                value="yes"
                label={t('notes.checks.seen')}
              />
            </ChoiceGroup>
          ) : null}
          <div className="buttons">
            <button className="button">{t('notes.checks.freeze')}</button>
          </div>
        </form>
      ) : null}
    </Page>
  );
}

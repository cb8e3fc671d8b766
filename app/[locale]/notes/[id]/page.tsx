import { CommentsSection } from '#components/notes/comments-section';
import { DocumentsSection } from '#components/notes/documents-section';
import { EditionWays } from '#components/notes/edition-ways';
import { PeopleSection } from '#components/notes/people-section';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Notice, Page, StatusTag } from '#components/ui/page';
import { formatDate, formatList, formatNumber } from '#lib/text/format';
import { languageNames } from '#lib/text/languages';
import { editionChecks } from '#lib/notes/check-queries';
import { readBlocks } from '#lib/notes/assemble';
import { markOf } from '#lib/notes/finish';
import { documentsOf } from '#lib/notes/jobs';
import { languagesOf } from '#lib/notes/languages-of';
import { commentsOf } from '#lib/notes/queries';
import { does } from '#lib/notes/scope';
import { MissingPage } from '../../missing-page';
import { noteMarks } from '../marks';
import { placeName } from './place-name';
import { readEdition, type NoteParams } from './reading';

export default async function Edition({ params, searchParams }: NoteParams) {
  const {
    locale,
    t,
    id,
    actor,
    seen,
    writes,
    at,
    answer: { form = {}, verb, errors, notice },
    by,
    framed,
  } = await readEdition({ params });
  if (!seen) return <MissingPage locale={locale} />;
  const { edition, people } = seen;
  const {
    status,
    symbol,
    title,
    sourceLocale,
    chapters,
    cutoff,
    previousSymbol,
    previousCutoff,
    session,
    agendaItem,
    documentDate,
    checksum,
    revision,
    frozenAt,
    publishedAt,
    version,
  } = edition;
  const draft = status === 'drafting' || status === 'under-review';
  const state = await editionChecks(actor, seen, ({ checks, moved }, material) => {
    const { read } = readBlocks(material, sourceLocale, t);
    return {
      must: checks.filter(({ must }) => must).length,
      moved: moved.length,
      held: checks.filter(({ kind }) => kind === 'held').length,
      typed: checks.filter(({ kind }) => kind === 'by-hand').length,
      mark: markOf(material),
      places: new Map(
        read.map(({ block: { key, kind }, number }) => [key, placeName(t, kind, number)]),
      ),
    };
  });
  const comments = (await commentsOf(actor, id))
    .filter(({ resolvedAt }) => resolvedAt === null)
    .map(({ key, ...own }) => ({
      ...own,
      href: `${at}/blocks/${key}#comments`,
      place: state.places.get(key) ?? key,
    }));
  const languages = languagesOf(edition);
  const documents = await documentsOf(actor, id);
  const button = (to: string, label: string, kind = 'button second', lead?: string) => (
    <form method="post" action={`${at}/${to}`}>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="version" value={version} />
      {lead ? <p className="prose">{lead}</p> : null}
      <div className="buttons">
        <button className={kind}>{label}</button>
      </div>
    </form>
  );
  const facts = [
    { term: t('notes.edition.session'), value: formatNumber(locale, session) },
    { term: t('notes.edition.agendaItem'), value: agendaItem || '–' },
    { term: t('notes.edition.date'), value: formatDate(locale, documentDate) },
    {
      term: t('notes.edition.chapters'),
      value: t('notes.facts.chapters', {
        count: chapters.length,
        list: formatList(locale, chapters),
      }),
    },
    { term: t('notes.edition.cutoff'), value: formatDate(locale, cutoff) },
    {
      term: t('notes.edition.previous'),
      value:
        [previousSymbol, previousCutoff && formatDate(locale, previousCutoff)]
          .filter(Boolean)
          .join(' · ') || '–',
    },
    { term: t('notes.edition.source'), value: languageNames[sourceLocale] },
    {
      term: t('notes.edition.languages'),
      value: formatList(
        locale,
        languages.map((each) => languageNames[each]),
      ),
    },
    ...(revision === null
      ? []
      : [{ term: t('notes.edition.revision'), value: formatNumber(locale, revision) }]),
    ...(checksum
      ? [{ term: t('notes.edition.checksum'), value: <code className="long">{checksum}</code> }]
      : []),
  ];
  return (
    <Page title={symbol} {...framed}>
      <h1>
        <bdi>{symbol}</bdi>{' '}
        <StatusTag code={status} mark={noteMarks[status]} label={t(`notes.statuses.${status}`)} />
      </h1>
      <p className="lead">{title[locale] ?? title[sourceLocale]}</p>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {publishedAt ? (
        <Notice kind="ok">
          <p>
            {t('notes.edition.published', { date: formatDate(locale, publishedAt.slice(0, 10)) })}
          </p>
        </Notice>
      ) : frozenAt && revision !== null ? (
        <Notice>
          <p>
            {t('notes.edition.frozen', {
              date: formatDate(locale, frozenAt.slice(0, 10)),
              revision: formatNumber(locale, revision),
            })}
          </p>
        </Notice>
      ) : null}
      <EditionWays
        t={t}
        id={id}
        at={at}
        languages={languages}
        source={sourceLocale}
        draft={draft}
        heads={writes}
      />
      {draft ? (
        <section>
          <h2>{t('notes.edition.states')}</h2>
          <ul>
            <li>
              <a href={`${at}/moved`}>{t('notes.edition.movedCount', { count: state.moved })}</a>
            </li>
            <li>
              <a href={`${at}/checks`}>{t('notes.edition.checksCount', { count: state.must })}</a>
            </li>
            <li>{t('notes.edition.byHand', { held: state.held, typed: state.typed })}</li>
          </ul>
          {writes && status === 'drafting'
            ? button('send-for-review', t('notes.edition.send'))
            : null}
        </section>
      ) : null}
      {writes && status === 'under-review'
        ? button('take-back', t('notes.edition.takeBack'))
        : null}
      {writes && status === 'frozen' ? (
        <>
          {button('publish', t('notes.edition.publish'), 'button', t('notes.edition.publishLead'))}
          {button(
            'take-back',
            t('notes.edition.takeBack'),
            'button second',
            t('notes.edition.takeBackLead'),
          )}
        </>
      ) : null}
      {does(actor, 'approves', people) && (status === 'under-review' || status === 'frozen') ? (
        <form method="post" action={`${at}/approve`}>
          <input type="hidden" name="by" value={by} />
          <input type="hidden" name="checksum" value={checksum ?? state.mark} />
          <div className="buttons">
            <button className="button">{t('notes.edition.approve')}</button>
          </div>
        </form>
      ) : null}
      <h2>{t('notes.edition.particulars')}</h2>
      <Facts facts={facts} />
      {documents.ok ? (
        <DocumentsSection
          locale={locale}
          t={t}
          at={at}
          by={by}
          documents={documents.value}
          look={(await searchParams).look === '1' ? '2' : '1'}
        />
      ) : null}
      <PeopleSection
        locale={locale}
        t={t}
        at={at}
        by={by}
        people={people}
        marks={[state.mark, ...(checksum ? [checksum] : [])]}
        names={writes && status !== 'published'}
        form={verb === 'name' ? form : {}}
        errors={verb === 'name' ? errors : []}
      />
      {draft ? (
        <CommentsSection
          locale={locale}
          t={t}
          at={at}
          by={by}
          comments={comments}
          settles={writes}
        />
      ) : null}
    </Page>
  );
}

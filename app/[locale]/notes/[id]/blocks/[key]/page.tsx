import { BindForm } from '#components/notes/bind-form';
import { BoundTable, ClaimsTable } from '#components/notes/bound-tables';
import { ClaimForm } from '#components/notes/claim-form';
import { CommentsSection } from '#components/notes/comments-section';
import { Runs } from '#components/notes/runs';
import { NeedDifference } from '#components/needs/need-difference';
import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { SelectField, TextArea } from '#components/ui/field';
import { Notice, Page } from '#components/ui/page';
import { isLocale, type Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { formatInstant } from '#lib/text/format';
import { directionOf, languageNames } from '#lib/text/languages';
import { differenceOf } from '#lib/needs/model/differences';
import { does } from '#lib/notes/scope';
import { MissingPage } from '../../../../missing-page';
import { placeName } from '../../place-name';
import { readEdition, type NoteParams } from '../../reading';
import { readBlock } from './read-block';

type Params = Readonly<{
  params: Promise<{ locale: Locale; id: string; key: string }>;
  searchParams: NoteParams['searchParams'];
}>;

/** One block: how it reads, its text in a language, what is bound to it, comments and versions. */
export default async function Block({ params, searchParams }: Params) {
  const { key } = await params;
  const {
    locale,
    t,
    actor,
    seen,
    writes,
    at: home,
    answer: { form = {}, verb, errors, notice },
    by,
    framed,
  } = await readEdition({ params, page: `/blocks/${key}` });
  if (!seen) return <MissingPage locale={locale} />;
  const { edition, people } = seen;
  const { language: asked, plain: plainly } = await searchParams;
  const language =
    isLocale(asked) && edition.languages.includes(asked) ? asked : edition.sourceLocale;
  const found = await readBlock(actor, seen, decodeURIComponent(key), language, locale, t);
  if (!found) return <MissingPage locale={locale} />;
  const {
    block: { kind, version, content },
    plain,
    number,
    runs,
    values,
    claims,
    choices,
    comments,
    versions,
  } = found;
  const draft = edition.status === 'drafting' || edition.status === 'under-review';
  const changes = writes && draft;
  const translates =
    draft && (writes || (language !== edition.sourceLocale && does(actor, 'translates', people)));
  const [source, own] = [content.texts[edition.sourceLocale]?.text ?? '', content.texts[language]];
  const outdated =
    language !== edition.sourceLocale && own?.from !== undefined && own.from !== source;
  const title = placeName(t, kind, number);
  const at = `${home}/blocks/${key}`;
  const of = (name: string) => (verb === name ? { form, errors } : { form: {}, errors: [] });
  const hidden = (
    <>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  const palette = { locale, t, choices, at, by, version };
  const text =
    verb === 'write' ? textOf(form, 'text') : plainly === 'yes' ? plain : (own?.text ?? '');
  return (
    <Page
      title={title}
      {...framed}
      crumbs={[...framed.crumbs, { href: `${home}/write#${key}`, label: t('notes.write.title') }]}
    >
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <h2>{t('notes.block.reads')}</h2>
      <p className="reading" lang={language} dir={directionOf(language)}>
        {runs ? (
          <Runs locale={locale} t={t} runs={runs} />
        ) : (
          <span className="note">{t('notes.write.hidden')}</span>
        )}
      </p>
      <form method="get" className="in-line">
        <SelectField
          name="language"
          label={t('notes.block.language')}
          defaultValue={language}
          options={edition.languages.map((each) => ({
            value: each,
            label: languageNames[each],
            lang: each,
          }))}
        />
        <div className="buttons">
          <button className="button second">{t('notes.block.view')}</button>
        </div>
      </form>
      {language === edition.sourceLocale ? null : (
        <>
          <h2>{t('notes.block.source')}</h2>
          <p
            className="written"
            lang={edition.sourceLocale}
            dir={directionOf(edition.sourceLocale)}
          >
            {source}
          </p>
        </>
      )}
      {outdated ? (
        <Notice kind="warn">
          <NeedDifference
            t={t}
            differences={[
              {
                field: 'source',
                term: t('notes.block.changed'),
                language: edition.sourceLocale,
                stretches: differenceOf(own.from ?? '', source, edition.sourceLocale),
              },
            ]}
          />
        </Notice>
      ) : null}
      {translates ? (
        <form method="post" action={`${at}/write`} noValidate>
          {hidden}
          <input type="hidden" name="language" value={language} />
          <TextArea
            name="text"
            rows={8}
            lang={language}
            dir={directionOf(language)}
            label={t('notes.block.text', { language: languageNames[language] })}
            hint={t('notes.block.textHint', { example: '{needs}' })}
            defaultValue={text}
            error={verb === 'write' ? errorOf(errors, 'text') : undefined}
          />
          {plain !== own?.text && plainly !== 'yes' ? (
            <p className="note">
              <a href={`${at}?language=${language}&plain=yes`}>{t('notes.block.plain')}</a>{' '}
              {t('notes.block.plainHint')}
            </p>
          ) : null}
          <div className="buttons">
            <button className="button">{t('notes.block.save')}</button>
          </div>
        </form>
      ) : (
        <p className="written" lang={language} dir={directionOf(language)}>
          {own?.text}
        </p>
      )}
      <h2 id="name">{t('notes.block.values')}</h2>
      <BoundTable {...palette} changes={changes} rows={values} />
      {changes ? (
        <BindForm
          {...palette}
          {...of('bind')}
          prefix="bind-"
          action={`${at}/bind`}
          standing={verb === 'bind'}
        />
      ) : null}
      <h2>{t('notes.block.claims')}</h2>
      <ClaimsTable {...palette} changes={changes} rows={claims} />
      {changes ? (
        <ClaimForm
          {...palette}
          {...of('claim')}
          prefix="claim-"
          action={`${at}/claim`}
          standing={verb === 'claim'}
        />
      ) : null}
      <CommentsSection
        locale={locale}
        t={t}
        at={home}
        by={by}
        comments={comments.map((each) => ({ ...each, place: title, href: '#comments' }))}
        settles={writes}
      />
      {draft && (writes || people.some(({ accountId }) => accountId === actor.accountId)) ? (
        <form method="post" action={`${at}/comment`} noValidate className="narrow">
          <input type="hidden" name="by" value={by} />
          <TextArea
            name="text"
            id="comment-text"
            rows={3}
            dir="auto"
            label={t('notes.block.comment')}
            defaultValue={verb === 'comment' ? textOf(form, 'text') : ''}
            error={verb === 'comment' ? errorOf(errors, 'text') : undefined}
          />
          <div className="buttons">
            <button className="button second">{t('notes.block.commentButton')}</button>
          </div>
        </form>
      ) : null}
      <details className="act">
        <summary>{t('notes.block.history')}</summary>
        <ol reversed>
          {versions.map(({ version: of_, by: name, at: when, content: was }) => (
            <li key={of_}>
              <p className="note">
                {t('notes.block.version', { version: of_, name, at: formatInstant(locale, when) })}
              </p>
              <p className="written" lang={language} dir={directionOf(language)}>
                {was.texts[language]?.text}
              </p>
            </li>
          ))}
        </ol>
      </details>
      {changes ? (
        <details className="act">
          <summary>{t('notes.block.remove')}</summary>
          <form method="post" action={`${at}/remove`}>
            {hidden}
            <p className="prose">{t('notes.block.removeLead')}</p>
            <div className="buttons">
              <button className="button second">{t('notes.block.remove')}</button>
            </div>
          </form>
        </details>
      ) : null}
    </Page>
  );
}

import { columnName, columnText, isOfCoding, type Viewer } from '#components/needs/need-columns';
import { isDiscarded } from '#lib/needs/model/transitions';
import { NeedStatus } from '#components/needs/need-facts';
import { OriginMark } from '#components/needs/origin-mark';
import { categoryShortName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Translation } from '#lib/needs/translations/translation';
import { writtenIn } from '#lib/text/languages';
import type { NeedView, Vocabulary } from '#lib/needs/store/queries';
import { dueDate } from '#lib/needs/model/awaiting';
import { defaultColumns, type ListColumn } from '#lib/needs/model/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  needs: readonly NeedView[];
  caption: string;
  withState?: boolean;
  /** The vocabulary, needed for the columns that name its terms. */
  vocabulary?: Vocabulary;
  columns?: readonly ListColumn[];
  /** The id of the form that sends the selected needs. */
  selectedFor?: string;
  /** The reader and the date, needed for the columns on what a need awaits. */
  viewer?: Viewer;
  /** Needs that changed after this instant are marked as new. */
  newSince?: string | null;
  /** How many open comments there are on each need; needs without any have no entry. */
  openComments?: ReadonlyMap<string, number>;
  /** The translations into the reader's language. */
  translations?: ReadonlyMap<string, Translation>;
  /** The revision at which the needs are shown, if it is not the present one. */
  revision?: number;
}>;

const none: Vocabulary = { subcategories: [], topics: [], types: [], tags: [] };
const excerpt = (text: string) => (text.length > 140 ? `${text.slice(0, 140).trimEnd()} …` : text);

const DueCell = ({
  locale,
  t,
  need,
  viewer,
}: {
  locale: Locale;
  t: Translate;
  need: NeedView;
  viewer?: Viewer;
}) => {
  const due = dueDate(need);
  return (
    <td className="words when">
      {due ? formatDate(locale, due) : '–'}
      {due && viewer && due < viewer.today ? (
        <>
          {' '}
          <span className="tag returned" data-mark="!">
            {t('queue.overdue')}
          </span>
        </>
      ) : null}
    </td>
  );
};

/** The beginning of a text; `–` without a quote, a note without a recorded text. */
function Excerpt({
  locale,
  t,
  text,
  column,
}: Readonly<{ locale: Locale; t: Translate; text: string | null; column: 'text' | 'quote' }>) {
  if (text) return excerpt(text);
  if (column === 'quote') return '–';
  return (
    <span className="note" lang={locale}>
      {t('needs.textNotRecorded')}
    </span>
  );
}

/** Marks a request of the focal point that a reviewer must answer, and open comments. */
function OpenMarks({
  t,
  need: { id, request },
  openComments,
}: Pick<Props, 't' | 'openComments'> & Readonly<{ need: NeedView }>) {
  const comments = openComments?.get(id) ?? 0;
  return (
    <>
      {request ? (
        <>
          {' '}
          <span className="tag returned" data-mark="!">
            {t(`queue.requests.${request}`)}
          </span>
        </>
      ) : null}
      {comments > 0 ? (
        <>
          {' '}
          <span className="tag new" data-mark="•">
            {t('comments.openCount', { count: comments })}
          </span>
        </>
      ) : null}
    </>
  );
}

type Cells = Pick<Props, 'locale' | 't' | 'viewer' | 'openComments' | 'translations'> &
  Readonly<{ vocabulary: Vocabulary }>;

/** A text as its author wrote it, or its translation, which leads to the original. */
function TextCell({
  locale,
  t,
  need,
  column,
  translations,
}: Pick<Cells, 'locale' | 't' | 'translations'> &
  Readonly<{ need: NeedView; column: 'text' | 'quote' }>) {
  const translation = translations?.get(need.id);
  const translated = need[column] ? translation?.[column] : null;
  const language = translated ? locale : need.language;
  return (
    <td className="words text" {...writtenIn(language)}>
      <Excerpt locale={locale} t={t} text={translated ?? need[column]} column={column} />
      {translation && translated ? (
        <>
          {' '}
          <a className="note" href={`/${locale}/needs/${need.id}#original-${column}`}>
            {t(`needTranslations.marks.${translation.state}`)}
          </a>
        </>
      ) : null}
    </td>
  );
}

function Cell({
  locale,
  t,
  vocabulary,
  viewer,
  openComments,
  translations,
  need,
  column,
}: Cells & Readonly<{ need: NeedView; column: ListColumn }>) {
  if (need.blind && isOfCoding(column))
    return <td className="words note">{t('secondCoding.hidden')}</td>;
  switch (column) {
    case 'category':
      return (
        <td className="words">{need.category ? categoryShortName(need.category, locale) : '–'}</td>
      );
    case 'text':
    case 'quote':
      return <TextCell {...{ locale, t, need, column, translations }} />;
    case 'status':
      return (
        <td className="words">
          <NeedStatus t={t} status={need.status} discarded={isDiscarded(need)} />
          <OriginMark t={t} need={need} />
          <OpenMarks t={t} need={need} openComments={openComments} />
        </td>
      );
    case 'due':
      return <DueCell locale={locale} t={t} need={need} viewer={viewer} />;
    case 'changed':
      return <td className="words when">{formatDate(locale, need.updatedAt.slice(0, 10))}</td>;
    default:
      return (
        <td className={column === 'state' ? 'words state' : 'words'}>
          {columnText(locale, t, vocabulary, need, column, viewer) || '–'}
        </td>
      );
  }
}

/** The reference of a need, with a checkbox to select it and a mark if it is new. */
function ReferenceCell({
  locale,
  t,
  need,
  selectedFor,
  newSince,
  revision,
}: Pick<Props, 'locale' | 't' | 'selectedFor' | 'newSince' | 'revision'> & { need: NeedView }) {
  const query = revision === undefined ? '' : `?revision=${revision}`;
  const reference = need.reference ?? t('needs.noReference');
  return (
    <th scope="row">
      {selectedFor ? (
        <input
          type="checkbox"
          className="select"
          name="id"
          value={need.id}
          form={selectedFor}
          aria-label={t('list.select', { reference })}
          autoComplete="off"
        />
      ) : null}
      <a href={`/${locale}/needs/${need.id}${query}`}>
        <bdi>{reference}</bdi>
      </a>
      {newSince && need.updatedAt > newSince ? (
        <>
          {' '}
          <span className="tag new" data-mark="•">
            {t('queue.new')}
          </span>
        </>
      ) : null}
    </th>
  );
}

export function NeedsTable({
  locale,
  t,
  needs,
  caption,
  withState = true,
  vocabulary = none,
  columns = defaultColumns,
  selectedFor,
  viewer,
  newSince,
  openComments,
  translations,
  revision,
}: Props) {
  const shown: readonly ListColumn[] = [
    'reference',
    ...columns.filter((column) => column !== 'reference' && (withState || column !== 'state')),
  ];

  return (
    <div className="scroll">
      <table>
        <caption className="away">{caption}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col" className="words">
                {columnName(t, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need.id}>
              <ReferenceCell {...{ locale, t, need, selectedFor, newSince, revision }} />
              {shown.slice(1).map((column) => (
                <Cell
                  key={column}
                  {...{ locale, t, vocabulary, viewer, openComments, translations, need, column }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

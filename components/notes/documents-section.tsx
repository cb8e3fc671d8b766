import type { Locale } from '#lib/convention/names';
import { formatInstant, formatList, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import type { DocumentsView } from '#lib/notes/documents/jobs';
import { documentFormats, type DocumentFormat } from '#lib/notes/model/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  notePath: string;
  by: string;
  documents: DocumentsView;
  /**
   * The `look` parameter of the link that reloads the page. It alternates, because a link to an
   * anchor of the same address loads nothing.
   */
  look: string;
}>;

type Common = Pick<Props, 'locale' | 't' | 'notePath'>;
type File = DocumentsView['files'][number];
type Job = NonNullable<DocumentsView['job']>;

const kilobytes = (size: number) => Math.max(1, Math.round(size / 1024));
const isActive = (job: Job | null | undefined) =>
  job?.status === 'waiting' || job?.status === 'running';

/** The progress of the document job, and the documents that failed. */
function JobProgress({
  locale,
  t,
  notePath,
  look,
  job,
}: Common & Pick<Props, 'look'> & { job: Job }) {
  return (
    <div className="making">
      <p role="status">
        {t(`noteDocuments.statuses.${job.status}`, {
          at: job.endedAt ? formatInstant(locale, job.endedAt) : '',
        })}{' '}
        {t('noteDocuments.made', { done: job.done, total: job.total })}
      </p>
      {isActive(job) ? (
        <>
          <progress max={job.total} value={job.done} aria-label={t('noteDocuments.progress')} />{' '}
          <p>
            <a href={`${notePath}?look=${look}#documents`}>{t('noteDocuments.look')}</a>
          </p>
        </>
      ) : null}
      {job.failures.length > 0 ? (
        <>
          <p>{t('noteDocuments.failures', { count: job.failures.length })}</p>
          <ul>
            {job.failures.map(({ locale: language, format, why }) => (
              <li key={`${language} ${format}`}>
                {t('noteDocuments.missing', {
                  format: t(`noteDocuments.formats.${format}`),
                  language: languageNames[language],
                  why: t(`noteDocuments.why.${why as 'failed'}`),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** Starts a document job, or cancels the running one. */
function JobForm({
  t,
  notePath,
  by,
  job,
  again,
}: Pick<Props, 't' | 'notePath' | 'by'> & Readonly<{ job: DocumentsView['job']; again: boolean }>) {
  const startLabel = again ? t('noteDocuments.again') : t('noteDocuments.ask');
  const active = isActive(job);
  return (
    <form method="post" action={`${notePath}/documents/${active ? 'cancel' : 'ask'}`}>
      <input type="hidden" name="by" value={by} />
      <div className="buttons">
        <button className="button second">{active ? t('noteDocuments.cancel') : startLabel}</button>
      </div>
    </form>
  );
}

/** The link that downloads one document, with the first characters of its checksum. */
const DocumentCell = ({
  t,
  notePath,
  language,
  format,
  file,
}: Pick<Props, 't' | 'notePath'> &
  Readonly<{ language: Locale; format: DocumentFormat; file?: File }>) => (
  <td data-label={t(`noteDocuments.formats.${format}`)}>
    {file ? (
      <>
        <a
          href={`${notePath}/documents/${language}/${format}`}
          download
          aria-label={t('noteDocuments.download', {
            format: t(`noteDocuments.formats.${format}`),
            language: languageNames[language],
            kilobytes: kilobytes(file.size),
          })}
        >
          {t('noteDocuments.size', { kilobytes: kilobytes(file.size) })}
        </a>{' '}
        <code dir="ltr" title={file.sha256}>
          {file.sha256.slice(0, 8)}
        </code>
      </>
    ) : (
      <span className="note">{t('noteDocuments.none')}</span>
    )}
  </td>
);

/** The documents by language and format. */
const DocumentsTable = ({
  t,
  notePath,
  languages,
  files,
}: Pick<Props, 't' | 'notePath'> & Pick<DocumentsView, 'languages' | 'files'>) => (
  <div className="scroll">
    <table className="list documents">
      <caption className="away">{t('noteDocuments.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('noteDocuments.language')}</th>
          {documentFormats.map((format) => (
            <th key={format} scope="col">
              {t(`noteDocuments.formats.${format}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {languages.map((language) => (
          <tr key={language}>
            <th scope="row" lang={language}>
              {languageNames[language]}
            </th>
            {documentFormats.map((format) => (
              <DocumentCell
                key={format}
                t={t}
                notePath={notePath}
                language={language}
                format={format}
                file={files.find((each) => each.locale === language && each.format === format)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The whole checksums, and the revisions of the register that the documents were made from. */
const Checksums = ({
  locale,
  t,
  files,
}: Pick<Props, 'locale' | 't'> & Pick<DocumentsView, 'files'>) => (
  <details>
    <summary>{t('noteDocuments.full')}</summary>
    <p className="note">
      {t('noteDocuments.revision', {
        revision: formatList(locale, [
          ...new Set(files.map(({ revision }) => formatNumber(locale, revision))),
        ]),
      })}
    </p>
    <ul className="checksums">
      {files.map(({ locale: language, format, sha256 }) => (
        <li key={`${language} ${format}`}>
          {languageNames[language]} · {t(`noteDocuments.formats.${format}`)}:{' '}
          <code dir="ltr" className="long">
            {sha256}
          </code>
        </li>
      ))}
    </ul>
  </details>
);

/**
 * The finished documents by language and format; for the writers of the note also the progress of
 * the document job.
 */
export function DocumentsSection({
  locale,
  t,
  notePath,
  by,
  documents: { languages, files, job, mayRequest },
  look,
}: Props) {
  if (!mayRequest && files.length === 0) return null;
  return (
    <section id="documents">
      <h2>{t('noteDocuments.title')}</h2>
      <p>{t('noteDocuments.lead')}</p>
      {mayRequest && job ? (
        <JobProgress locale={locale} t={t} notePath={notePath} look={look} job={job} />
      ) : null}
      {mayRequest ? (
        <JobForm t={t} notePath={notePath} by={by} job={job} again={files.length > 0} />
      ) : null}
      {files.length === 0 ? null : (
        <>
          <DocumentsTable t={t} notePath={notePath} languages={languages} files={files} />
          <Checksums locale={locale} t={t} files={files} />
        </>
      )}
    </section>
  );
}

import type { Locale } from '#lib/convention/names';
import { formatInstant, formatList, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import type { DocumentsSeen } from '#lib/notes/jobs';
import { documentFormats, type DocumentFormat } from '#lib/notes/model/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  at: string;
  by: string;
  documents: DocumentsSeen;
  /** In the address of the next look, other than in this one's: a link within a page loads nothing. */ look: string;
}>;

type Common = Pick<Props, 'locale' | 't' | 'at'>;
type File = DocumentsSeen['files'][number];
type Job = NonNullable<DocumentsSeen['job']>;

const kilobytes = (size: number) => Math.max(1, Math.round(size / 1024));
const isUnderWay = (job: Job | null | undefined) =>
  job?.status === 'waiting' || job?.status === 'running';

/** How far the making is, and what could not be made. */
function Making({ locale, t, at, look, job }: Common & Pick<Props, 'look'> & { job: Job }) {
  return (
    <div className="making">
      <p role="status">
        {t(`noteDocuments.statuses.${job.status}`, {
          at: job.endedAt ? formatInstant(locale, job.endedAt) : '',
        })}{' '}
        {t('noteDocuments.made', { done: job.done, total: job.total })}
      </p>
      {isUnderWay(job) ? (
        <>
          <progress max={job.total} value={job.done} aria-label={t('noteDocuments.progress')} />{' '}
          <p>
            <a href={`${at}?look=${look}#documents`}>{t('noteDocuments.look')}</a>
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

/** Asks for the documents, or breaks their making off. */
function MakingForm({
  t,
  at,
  by,
  job,
  again,
}: Pick<Props, 't' | 'at' | 'by'> & Readonly<{ job: DocumentsSeen['job']; again: boolean }>) {
  const asking = again ? t('noteDocuments.again') : t('noteDocuments.ask');
  const underWay = isUnderWay(job);
  return (
    <form method="post" action={`${at}/documents/${underWay ? 'cancel' : 'ask'}`}>
      <input type="hidden" name="by" value={by} />
      <div className="buttons">
        <button className="button second">{underWay ? t('noteDocuments.cancel') : asking}</button>
      </div>
    </form>
  );
}

/** One document to be downloaded, with the beginning of its checksum. */
const DocumentCell = ({
  t,
  at,
  language,
  format,
  file,
}: Pick<Props, 't' | 'at'> &
  Readonly<{ language: Locale; format: DocumentFormat; file?: File }>) => (
  <td data-label={t(`noteDocuments.formats.${format}`)}>
    {file ? (
      <>
        <a
          href={`${at}/documents/${language}/${format}`}
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
  at,
  languages,
  files,
}: Pick<Props, 't' | 'at'> & Pick<DocumentsSeen, 'languages' | 'files'>) => (
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
                at={at}
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
}: Pick<Props, 'locale' | 't'> & Pick<DocumentsSeen, 'files'>) => (
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
 * The finished documents by language and format; and, for whoever writes the note, how far their
 * making is.
 */
export function DocumentsSection({
  locale,
  t,
  at,
  by,
  documents: { languages, files, job, mayAsk },
  look,
}: Props) {
  if (!mayAsk && files.length === 0) return null;
  return (
    <section id="documents">
      <h2>{t('noteDocuments.title')}</h2>
      <p>{t('noteDocuments.lead')}</p>
      {mayAsk && job ? <Making locale={locale} t={t} at={at} look={look} job={job} /> : null}
      {mayAsk ? <MakingForm t={t} at={at} by={by} job={job} again={files.length > 0} /> : null}
      {files.length === 0 ? null : (
        <>
          <DocumentsTable t={t} at={at} languages={languages} files={files} />
          <Checksums locale={locale} t={t} files={files} />
        </>
      )}
    </section>
  );
}

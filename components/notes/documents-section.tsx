import type { Locale } from '#lib/convention/names';
import { formatInstant, formatList, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import type { DocumentsSeen } from '#lib/notes/jobs';
import { documentFormats } from '#lib/notes/model/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  at: string;
  by: string;
  documents: DocumentsSeen;
  /** In the address of the next look, other than in this one's: a link within a page loads nothing. */ look: string;
}>;

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
  const kilobytes = (size: number) => Math.max(1, Math.round(size / 1024));
  const of = (language: Locale, format: string) =>
    files.find((file) => file.locale === language && file.format === format);
  const making = job?.status === 'waiting' || job?.status === 'running';
  const button = (to: 'ask' | 'cancel', label: string) => (
    <form method="post" action={`${at}/documents/${to}`}>
      <input type="hidden" name="by" value={by} />
      <div className="buttons">
        <button className="button second">{label}</button>
      </div>
    </form>
  );
  if (!mayAsk && files.length === 0) return null;
  return (
    <section id="documents">
      <h2>{t('noteDocuments.title')}</h2>
      <p>{t('noteDocuments.lead')}</p>
      {mayAsk && job ? (
        <div className="making">
          <p role="status">
            {t(`noteDocuments.statuses.${job.status}`, {
              at: job.endedAt ? formatInstant(locale, job.endedAt) : '',
            })}{' '}
            {t('noteDocuments.made', { done: job.done, total: job.total })}
          </p>
          {making ? (
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
      ) : null}
      {mayAsk
        ? making
          ? button('cancel', t('noteDocuments.cancel'))
          : button('ask', t(files.length > 0 ? 'noteDocuments.again' : 'noteDocuments.ask'))
        : null}
      {files.length === 0 ? null : (
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
                  {documentFormats.map((format) => {
                    const file = of(language, format);
                    return (
                      <td key={format} data-label={t(`noteDocuments.formats.${format}`)}>
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
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {files.length === 0 ? null : (
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
      )}
    </section>
  );
}

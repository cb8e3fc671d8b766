import { errorOf, type ShownError } from '#components/ui/error-summary';
import { FileField } from '#components/attachments/file-field';
import { TextArea } from '#components/ui/field';
import { Facts, Notice } from '#components/ui/page';
import type { Attached } from '#lib/needs/attachments/queries';
import { largestAttachment, mostCharacters } from '#lib/files/limits';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatInstant, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  reviewId: string;
  files: readonly Attached[];
  /** How many paragraphs the present file has. */
  paragraphs: number;
  mayAttach: boolean;
  form?: FormFields;
  errors: readonly ShownError[];
  /** What was left out of the file that has just been attached. */
  attached?: string;
}>;

/** What is attached to a review as its executive summary, and the forms to attach it. */
export function SourceSection({
  locale,
  t,
  by,
  reviewId,
  files,
  paragraphs,
  mayAttach,
  form = {},
  errors,
  attached,
}: Props) {
  const [present, ...earlier] = files;
  const href = (file: Attached) => `/${locale}/reviews/${reviewId}/files/${file.id}`;
  const nameOf = (file: Attached) => file.name || t('source.pasted');
  const byAt = (file: Attached) =>
    t('source.attachedByAt', { name: file.by, at: formatInstant(locale, file.at) });
  const typed = textOf(form, 'text');
  const leftOut = /^\d{1,7}$/.test(attached ?? '') ? Number(attached) : undefined;
  const hidden = (as: string) => (
    <>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="as" value={as} />
      <input type="hidden" name="replaces" value={present?.id ?? ''} />
    </>
  );
  const at = `/${locale}/reviews/${reviewId}/attach`;
  return (
    <section id="source" aria-labelledby="source-title">
      <h2 id="source-title">{t('source.title')}</h2>
      {leftOut === undefined || !present ? null : (
        <Notice kind="ok">
          <p>
            {t('source.attached')}
            {leftOut > 0 ? ` ${t('source.cleaned', { count: leftOut })}` : ''}
          </p>
        </Notice>
      )}
      {present ? (
        <>
          <Facts
            facts={[
              {
                term: t('source.name'),
                value: (
                  <a
                    href={href(present)}
                    aria-label={`${t('source.download')}: ${nameOf(present)}`}
                  >
                    <bdi>{nameOf(present)}</bdi>
                  </a>
                ),
              },
              { term: t('source.attachedBy'), value: byAt(present) },
              {
                term: t('source.size'),
                value: t('source.kilobytes', { count: Math.ceil(present.size / 1024) }),
              },
              ...(present.pages === null
                ? []
                : [{ term: t('source.pages'), value: formatNumber(locale, present.pages) }]),
              { term: t('source.paragraphs'), value: formatNumber(locale, paragraphs) },
              {
                term: t('source.checksum'),
                value: (
                  <code className="checksum" dir="ltr">
                    {present.sha256}
                  </code>
                ),
              },
            ]}
          />
          {paragraphs === 0 ? (
            <Notice kind="warn">
              <p>{t('source.noText')}</p>
            </Notice>
          ) : null}
        </>
      ) : (
        <p>{t('source.none')}</p>
      )}
      {mayAttach ? (
        <>
          <p className="note">{t('source.lead')}</p>
          <form
            method="post"
            action={at}
            encType="multipart/form-data"
            className="narrow"
            noValidate
          >
            {hidden('file')}
            <h3>{present ? t('source.replaceTitle') : t('source.attachTitle')}</h3>
            {present ? <p className="hint">{t('source.replaceHint')}</p> : null}
            <FileField
              name="file"
              label={t('source.file')}
              hint={t('source.fileHint')}
              error={errorOf(errors, 'file')}
              most={largestAttachment}
              tooLarge={t('errors.fileTooLarge')}
              accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            />
            <div className="buttons">
              <button className="button">{t('source.attach')}</button>
            </div>
          </form>
          <details className="act narrow" open={textOf(form, 'as') === 'text'}>
            <summary>{t('source.pasteTitle')}</summary>
            <form method="post" action={at} encType="multipart/form-data" noValidate>
              {hidden('text')}
              <TextArea
                name="text"
                label={t('source.text')}
                hint={t('source.textHint')}
                rows={10}
                dir="auto"
                defaultValue={typed.length > mostCharacters * 1.1 ? '' : typed}
                error={errorOf(errors, 'text')}
              />
              <div className="buttons">
                <button className="button second">{t('source.attachText')}</button>
              </div>
            </form>
          </details>
        </>
      ) : null}
      {earlier.length > 0 ? (
        <>
          <h3>{t('source.earlier')}</h3>
          <ul>
            {earlier.map((file) => (
              <li key={file.id}>
                <a href={href(file)}>
                  <bdi>{nameOf(file)}</bdi>
                </a>
                , {byAt(file)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

import { errorOf, type FormError } from '#components/ui/error-summary';
import { FileField } from '#components/attachments/file-field';
import { UnreadPages } from '#components/attachments/unread-notes';
import { TextArea } from '#components/ui/field';
import { Facts, Notice } from '#components/ui/page';
import type { AttachmentView } from '#lib/needs/attachments/queries';
import { largestAttachment, maxCharacters } from '#lib/files/limits';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatInstant, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  reviewId: string;
  files: readonly AttachmentView[];
  /** The number of paragraphs in the current file. */
  paragraphs: number;
  mayAttach: boolean;
  form?: FormFields;
  errors: readonly FormError[];
  /** The number of characters that were removed from the file just attached. */
  attached?: string;
}>;

type Common = Pick<Props, 'locale' | 't' | 'reviewId'>;

const nameOf = (t: Translate, file: AttachmentView) => file.name || t('source.pasted');
const byAt = ({ locale, t }: Common, file: AttachmentView) =>
  t('source.attachedByAt', { name: file.by, at: formatInstant(locale, file.at) });
const addressOf = ({ locale, reviewId }: Common, file: AttachmentView) =>
  `/${locale}/reviews/${reviewId}/files/${file.id}`;

/** The current file, and a warning if no text was found in it. */
function PresentFile({
  present,
  paragraphs,
  ...common
}: Common & Pick<Props, 'paragraphs'> & { present: AttachmentView }) {
  const { locale, t } = common;
  const name = nameOf(t, present);
  return (
    <>
      <Facts
        facts={[
          {
            term: t('source.name'),
            value: (
              <a href={addressOf(common, present)} aria-label={`${t('source.download')}: ${name}`}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          { term: t('source.attachedBy'), value: byAt(common, present) },
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
      <UnreadPages t={t} unread={present.unread} />
      {paragraphs === 0 ? (
        <Notice kind="warn">
          <p>{t('source.noText')}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** The account that attaches, the kind of form, and the file that is replaced. */
const Hidden = ({ by, as, present }: { by: string; as: string; present?: AttachmentView }) => (
  <>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="as" value={as} />
    <input type="hidden" name="replaces" value={present?.id ?? ''} />
  </>
);

type FormProps = Pick<Props, 't' | 'by' | 'errors'> &
  Readonly<{ action: string; present?: AttachmentView }>;

const FileForm = ({ t, by, errors, action, present }: FormProps) => (
  <form method="post" action={action} encType="multipart/form-data" className="narrow" noValidate>
    <Hidden by={by} as="file" present={present} />
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
);

function PasteForm({ t, by, errors, action, present, form = {} }: FormProps & Pick<Props, 'form'>) {
  const typed = textOf(form, 'text');
  return (
    <details className="act narrow" open={textOf(form, 'as') === 'text'}>
      <summary>{t('source.pasteTitle')}</summary>
      <form method="post" action={action} encType="multipart/form-data" noValidate>
        <Hidden by={by} as="text" present={present} />
        <TextArea
          name="text"
          label={t('source.text')}
          hint={t('source.textHint')}
          rows={10}
          dir="auto"
          defaultValue={typed.length > maxCharacters * 1.1 ? '' : typed}
          error={errorOf(errors, 'text')}
        />
        <div className="buttons">
          <button className="button second">{t('source.attachText')}</button>
        </div>
      </form>
    </details>
  );
}

/** The files that the current one replaced. */
const EarlierFiles = ({ files, ...common }: Common & Pick<Props, 'files'>) => (
  <>
    <h3>{common.t('source.earlier')}</h3>
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a href={addressOf(common, file)}>
            <bdi>{nameOf(common.t, file)}</bdi>
          </a>
          , {byAt(common, file)}
        </li>
      ))}
    </ul>
  </>
);

/** The executive summary that is attached to a review, and the forms to attach one. */
export function SourceSection({
  by,
  files,
  paragraphs,
  mayAttach,
  form,
  errors,
  attached,
  ...common
}: Props) {
  const { locale, t, reviewId } = common;
  const [present, ...earlier] = files;
  const leftOut = /^\d{1,7}$/.test(attached ?? '') ? Number(attached) : undefined;
  const sending = { t, by, errors, present, action: `/${locale}/reviews/${reviewId}/attach` };
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
        <PresentFile {...common} present={present} paragraphs={paragraphs} />
      ) : (
        <p>{t('source.none')}</p>
      )}
      {mayAttach ? (
        <>
          <p className="note">{t('source.lead')}</p>
          <FileForm {...sending} />
          <PasteForm {...sending} form={form} />
        </>
      ) : null}
      {earlier.length > 0 ? <EarlierFiles {...common} files={earlier} /> : null}
    </section>
  );
}

import { EditionButton } from '#components/notes/edition-button';
import type { EditionView } from '#lib/notes/store/queries';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  notePath: string;
  by: string;
  edition: EditionView['edition'];
  isWriter: boolean;
  isApprover: boolean;
  /** The checksum of what would be approved. */
  checksum: string;
}>;

/** Publishes a frozen edition, or takes it back. */
const FrozenActions = ({ t, notePath, by, edition: { version } }: Props) => (
  <>
    <EditionButton
      action={`${notePath}/publish`}
      by={by}
      version={version}
      label={t('notes.edition.publish')}
      lead={t('notes.edition.publishLead')}
      isMain
    />
    <EditionButton
      action={`${notePath}/take-back`}
      by={by}
      version={version}
      label={t('notes.edition.takeBack')}
      lead={t('notes.edition.takeBackLead')}
    />
  </>
);

const ApproveForm = ({ t, notePath, by, checksum }: Props) => (
  <form method="post" action={`${notePath}/approve`}>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="checksum" value={checksum} />
    <div className="buttons">
      <button className="button">{t('notes.edition.approve')}</button>
    </div>
  </form>
);

/** What this reader can do with an edition in its present status. */
export function EditionActions(props: Props) {
  const { t, notePath, by, edition, isWriter, isApprover } = props;
  const { status, version } = edition;
  const isUnderReview = status === 'under-review';
  const isFrozen = status === 'frozen';
  return (
    <>
      {isWriter && isUnderReview ? (
        <EditionButton
          action={`${notePath}/take-back`}
          by={by}
          version={version}
          label={t('notes.edition.takeBack')}
        />
      ) : null}
      {isWriter && isFrozen ? <FrozenActions {...props} /> : null}
      {isApprover && (isUnderReview || isFrozen) ? <ApproveForm {...props} /> : null}
    </>
  );
}

import { CheckList, ReviewChecks } from '#components/notes/check-list';
import { FreezeForm } from '#components/notes/freeze-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Translate } from '#lib/text/i18n';
import { renderBlocks } from '#lib/notes/assembly/assemble-note';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import type { EditionView } from '#lib/notes/store/queries';
import { MissingPage } from '../../../missing-page';
import { blockName } from '../block-name';
import { readEdition, type NoteParams } from '../read-edition';

/** Reads the checks of an edition, and the names of the blocks that they are about. */
function readChecks(actor: Actor, found: EditionView, t: Translate) {
  const { sourceLocale } = found.edition;
  return withEditionChecks(actor, found, ({ checks }, material) => {
    const { blocks: read } = renderBlocks(material, sourceLocale);
    const names = new Map(
      read.map(({ block: { key, kind }, number }) => [key, blockName(t, kind, number)]),
    );
    return { checks, names };
  });
}

/** What must be settled or looked at before an edition is frozen, each with its link. */
export default async function Checks({ params }: NoteParams) {
  const reading = await readEdition({ params, page: '/checks' });
  const { locale, t, actor, found, isWriter, isDraft, notePath, result, by, frame } = reading;
  if (!found) return <MissingPage locale={locale} />;
  const { errors, notice } = result;
  const { checks, names } = await readChecks(actor, found, t);
  const blocking = checks.filter(({ blocking: must }) => must);
  const advisory = checks.filter(({ blocking: must }) => !must);
  const unpublished = advisory.filter(({ kind }) => kind === 'unpublished');
  const reviews = advisory.filter(({ kind }) => kind === 'review');
  const others = advisory.filter(({ kind }) => kind !== 'review' && kind !== 'unpublished');
  const ofReviews = unpublished.length + reviews.length;
  const common = { locale, t, notePath };
  return (
    <Page title={t('notes.checks.title')} {...frame}>
      <h1>{t('notes.checks.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('notes.checks.lead')}</p>
      <h2 id="checks">{t('notes.checks.must')}</h2>
      <CheckList {...common} checks={blocking} names={names} />
      <h2>{t('notes.checks.look')}</h2>
      {others.length > 0 || ofReviews === 0 ? (
        <CheckList {...common} checks={others} names={names} />
      ) : null}
      <ReviewChecks
        {...common}
        checks={unpublished}
        summary={t('notes.audience.summaries', { count: unpublished.length })}
      />
      <ReviewChecks
        {...common}
        checks={reviews}
        summary={t('notes.checks.openReviews', { count: reviews.length })}
      />
      {isWriter && isDraft && blocking.length === 0 ? (
        <FreezeForm
          {...{ t, notePath, by, errors }}
          version={found.edition.version}
          needsConfirmation={advisory.length > 0}
        />
      ) : null}
    </Page>
  );
}

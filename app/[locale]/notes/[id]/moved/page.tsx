import { MovedBlocks } from '#components/notes/moved-blocks';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { diffTexts } from '#lib/needs/model/text-diff';
import { renderBlocks } from '#lib/notes/assembly/assemble-note';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import type { EditionView } from '#lib/notes/store/queries';
import { MissingPage } from '../../../missing-page';
import { blockName } from '../block-name';
import { readEdition, type NoteParams } from '../read-edition';

/** Reads the blocks that changed since they were accepted, and the revision that this is known at. */
function readMoved(actor: Actor, found: EditionView, t: Translate) {
  const { sourceLocale } = found.edition;
  return withEditionChecks(actor, found, ({ moved, revision }, material) => {
    const { blocks: read } = renderBlocks(material, sourceLocale);
    const numbers = new Map(read.map(({ block: { key }, number }) => [key, number]));
    const blocks = moved.map((block) => ({
      ...block,
      name: blockName(t, block.kind, numbers.get(block.key) ?? ''),
      stretches:
        block.before === block.after ? [] : diffTexts(block.before, block.after, sourceLocale),
    }));
    return { revision, blocks };
  });
}

/** Every block that changed since it was accepted, with before and after. */
export default async function Moved({ params }: NoteParams) {
  const reading = await readEdition({ params, page: '/moved' });
  const { locale, t, actor, found, isWriter, isDraft, notePath, result, by, frame } = reading;
  if (!found) return <MissingPage locale={locale} />;
  const { errors, notice } = result;
  const { blocks, revision } = await readMoved(actor, found, t);
  return (
    <Page title={t('notes.moved.title')} {...frame}>
      <h1>{t('notes.moved.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {blocks.length === 0 ? (
        <p>{t('notes.moved.nothing')}</p>
      ) : (
        <p className="lead">{t('notes.moved.lead')}</p>
      )}
      <p className="note">
        {t('notes.moved.revision', { revision: formatNumber(locale, revision) })}
      </p>
      <MovedBlocks
        {...{ locale, t, notePath, by, blocks, revision }}
        mayAccept={isWriter && isDraft}
        language={found.edition.sourceLocale}
      />
    </Page>
  );
}

import { MovedBlocks } from '#components/notes/moved-blocks';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formatNumber } from '#lib/text/format';
import { type Translate, translator } from '#lib/text/i18n';
import { differenceOf } from '#lib/needs/model/differences';
import { readBlocks } from '#lib/notes/assemble';
import { editionChecks } from '#lib/notes/check-queries';
import type { EditionSeen } from '#lib/notes/queries';
import { MissingPage } from '../../../missing-page';
import { blockName } from '../block-name';
import { readEdition, type NoteParams } from '../read-edition';

/** Reads the blocks that changed since they were accepted, and the revision that this is known at. */
function readMoved(actor: Actor, found: EditionSeen, t: Translate) {
  const { sourceLocale } = found.edition;
  return editionChecks(actor, found, ({ moved, revision }, material) => {
    const { read } = readBlocks(material, sourceLocale, translator(sourceLocale));
    const numbers = new Map(read.map(({ block: { key }, number }) => [key, number]));
    const blocks = moved.map((block) => ({
      ...block,
      name: blockName(t, block.kind, numbers.get(block.key) ?? ''),
      stretches:
        block.before === block.after ? [] : differenceOf(block.before, block.after, sourceLocale),
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
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
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

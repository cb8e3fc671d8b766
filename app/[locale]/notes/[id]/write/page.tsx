import { BlockList, type BlockRow } from '#components/notes/block-list';
import { NewBlockForm } from '#components/notes/new-block-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Translate } from '#lib/text/i18n';
import { renderBlocks } from '#lib/notes/assembly/assemble-note';
import { withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import type { EditionView } from '#lib/notes/store/queries';
import { MissingPage } from '../../../missing-page';
import { blockName } from '../block-name';
import { readEdition, type NoteParams } from '../read-edition';

/** Reads all blocks of an edition in its source language, also those that are left out at present. */
function readRows(actor: Actor, found: EditionView, t: Translate): Promise<BlockRow[]> {
  const { sourceLocale } = found.edition;
  return withEditionSnapshot(actor, found, (material) => {
    const { blocks: read, footnotes } = renderBlocks(material, sourceLocale);
    const rendered = new Map([
      ...read.map(({ block, number, runs }) => [block.key, { number, runs }] as const),
      ...footnotes.map(({ key, number, runs }) => [key, { number: String(number), runs }] as const),
    ]);
    return material.blocks.map(({ key, kind, version }) => ({
      key,
      kind,
      version,
      name: blockName(t, kind, rendered.get(key)?.number ?? ''),
      runs: rendered.get(key)?.runs ?? null,
    }));
  });
}

/** All blocks of a draft as they read now, in the source language, to be opened, moved and added to. */
export default async function Write({ params }: NoteParams) {
  const reading = await readEdition({ params, page: '/write' });
  const { locale, t, actor, found, isWriter, isDraft, notePath, result, by, frame } = reading;
  if (!found) return <MissingPage locale={locale} />;
  const { form = {}, verb, errors, notice } = result;
  const { sourceLocale } = found.edition;
  const blocks = await readRows(actor, found, t);
  const mayChange = isWriter && isDraft;
  const isAdding = verb === 'add';
  const common = { t, notePath, by, blocks, language: sourceLocale };
  return (
    <Page title={t('notes.write.title')} {...frame}>
      <h1>{t('notes.write.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('notes.write.lead')}</p>
      {mayChange ? (
        <NewBlockForm
          {...common}
          form={isAdding ? form : {}}
          errors={isAdding ? errors : []}
          isOpen={isAdding}
        />
      ) : null}
      <BlockList {...common} locale={locale} mayMove={mayChange} />
    </Page>
  );
}

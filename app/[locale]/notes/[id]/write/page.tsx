import { BlockList } from '#components/notes/block-list';
import { NewBlockForm } from '#components/notes/new-block-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { translator } from '#lib/text/i18n';
import { readBlocks } from '#lib/notes/assemble';
import { withMaterial } from '#lib/notes/finish';
import { MissingPage } from '../../../missing-page';
import { placeName } from '../place-name';
import { readEdition, type NoteParams } from '../reading';

/**
 * All blocks of a draft as they read now, in the source language, each to be opened, moved or
 * followed by another.
 */
export default async function Write({ params }: NoteParams) {
  const {
    locale,
    t,
    actor,
    seen,
    writes,
    at,
    answer: { form = {}, verb, errors, notice },
    by,
    framed,
  } = await readEdition({ params, page: '/write' });
  if (!seen) return <MissingPage locale={locale} />;
  const { edition } = seen;
  const { sourceLocale } = edition;
  const draft = edition.status === 'drafting' || edition.status === 'under-review';
  const blocks = await withMaterial(actor, seen, (material) => {
    const { read, footnotes } = readBlocks(material, sourceLocale, translator(sourceLocale));
    const shown = new Map([
      ...read.map(({ block, number, runs }) => [block.key, { number, runs }] as const),
      ...footnotes.map(({ key, number, runs }) => [key, { number: String(number), runs }] as const),
    ]);
    return material.blocks.map(({ key, kind, version }) => ({
      key,
      kind,
      version,
      name: placeName(t, kind, shown.get(key)?.number ?? ''),
      runs: shown.get(key)?.runs ?? null,
    }));
  });
  return (
    <Page title={t('notes.write.title')} {...framed}>
      <h1>{t('notes.write.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('notes.write.lead')}</p>
      {writes && draft ? (
        <NewBlockForm
          t={t}
          at={at}
          by={by}
          blocks={blocks}
          form={verb === 'add' ? form : {}}
          errors={verb === 'add' ? errors : []}
          language={sourceLocale}
          standing={verb === 'add'}
        />
      ) : null}
      <BlockList
        locale={locale}
        t={t}
        at={at}
        by={by}
        blocks={blocks}
        moves={writes && draft}
        language={sourceLocale}
      />
    </Page>
  );
}

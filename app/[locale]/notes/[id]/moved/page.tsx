import { MovedBlocks } from '#components/notes/moved-blocks';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { formatNumber } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { differenceOf } from '#lib/needs/model/differences';
import { readBlocks } from '#lib/notes/assemble';
import { editionChecks } from '#lib/notes/check-queries';
import { MissingPage } from '../../../missing-page';
import { placeName } from '../place-name';
import { readEdition, type NoteParams } from '../reading';

/** Every block that reads otherwise than it was accepted, with before and after. */
export default async function Moved({ params }: NoteParams) {
  const {
    locale,
    t,
    actor,
    seen,
    writes,
    at,
    answer: { errors, notice },
    by,
    framed,
  } = await readEdition({ params, page: '/moved' });
  if (!seen) return <MissingPage locale={locale} />;
  const { edition } = seen;
  const { sourceLocale } = edition;
  const { blocks, revision } = await editionChecks(
    actor,
    seen,
    ({ moved, revision: at_ }, material) => {
      const { read } = readBlocks(material, sourceLocale, translator(sourceLocale));
      const numbers = new Map(read.map(({ block: { key }, number }) => [key, number]));
      return {
        revision: at_,
        blocks: moved.map((each) => ({
          ...each,
          name: placeName(t, each.kind, numbers.get(each.key) ?? ''),
          stretches:
            each.before === each.after ? [] : differenceOf(each.before, each.after, sourceLocale),
        })),
      };
    },
  );
  const draft = edition.status === 'drafting' || edition.status === 'under-review';
  return (
    <Page title={t('notes.moved.title')} {...framed}>
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
        locale={locale}
        t={t}
        at={at}
        by={by}
        blocks={blocks}
        revision={revision}
        accepts={writes && draft}
        language={sourceLocale}
      />
    </Page>
  );
}

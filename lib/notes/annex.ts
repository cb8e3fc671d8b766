import { unitName } from '#lib/assistance/activities/units';
import type { Locale } from '#lib/convention/names';
import { formatDate, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Material } from '#lib/notes/assemble';
import { wordsOf, type Defining } from '#lib/notes/definitions';
import {
  textOf,
  type AnnexRow,
  type Block,
  type FinishedNote,
  type Run,
} from '#lib/documents/model/document';
import type { NoteBlock } from '#lib/notes/edition';
import type { Names } from '#lib/notes/in-language';
import { memberName, type Said } from '#lib/notes/placeholders';
import type { Shown } from '#lib/notes/model/vocabulary';

type Read = readonly Readonly<{
  block: NoteBlock;
  said: Said;
  number: string;
  runs: readonly Run[];
}>[];

/** Every bound number of the note, in its order, with what it is and how it was counted. */
export function annexOf(
  { edition, revision, names }: Material,
  {
    locale,
    t,
    read,
    blocks,
    termName,
  }: Readonly<{
    locale: Locale;
    t: Translate;
    read: Read;
    blocks: readonly Block[];
    termName: (code: string) => string;
    names: Names;
  }>,
): FinishedNote['annex'] {
  const defining: Defining = {
    locale,
    t,
    termName,
    previousCutoff: edition.previousCutoff,
    themeName: (code) => names.theme(code, locale),
  };
  const reportedOf = (item: NonNullable<Shown['items']>[number] | undefined) =>
    item ? [unitName(t, item.code, item.n), ...(item.activity ? [item.activity] : [])] : [];
  const rows = read.flatMap(({ block: { key, content, kind }, said, number, runs }): AnnexRow[] => {
    const place =
      kind === 'summary'
        ? t('notes.document.summary')
        : kind === 'paragraph'
          ? t('notes.say.paragraph', { number })
          : kind.startsWith('heading')
            ? t('notes.say.section', { number })
            : kind === 'figure'
              ? t('notes.say.figure', { number })
              : kind === 'table'
                ? t('notes.say.table', { number })
                : `(${number})`;
    const rowOf = (name: string, shown: string, full: string): AnnexRow[] => {
      const value = content.values[name];
      const words = value && wordsOf(defining, value);
      if (!words) return [];
      const isShare = full.endsWith('.share');
      const member = full.slice(`${key}.${name}`.length + 1).replace(/\.share$/, '');
      const over = value.kind === 'ranking' || value.kind === 'list' ? value.over : null;
      const held = content.held?.[name];
      const of =
        value.kind === 'reported'
          ? reportedOf(said.shown[name]?.items?.[Number(member)])
          : over && member
            ? [
                over === 'article'
                  ? t('notes.definition.article', { article: member })
                  : memberName({ locale, termName }, over, member),
              ]
            : [];
      return [
        {
          value: full,
          place,
          shown,
          base: over && !isShare ? '–' : words.base,
          rule: held ? t('notes.definition.held', { reason: held.reason }) : words.rule,
          definition: [words.definition, ...of].join(' · '),
        },
      ];
    };
    const own = runs.flatMap((run) =>
      run.value === undefined
        ? []
        : rowOf(run.value.slice(key.length + 1).split('.')[0]!, run.text, run.value),
    );
    return [...own, ...exhibitRows(key, place)];
  });
  function exhibitRows(key: string, place: string): AnnexRow[] {
    const block = blocks.find((each) => each.key === key);
    if (block?.kind !== 'table' && block?.kind !== 'figure') return [];
    const { table, caption } = block;
    return table.rows.flatMap(({ header, cells }) =>
      cells.flatMap((cell, at) =>
        cell[0]?.value === undefined
          ? []
          : [
              {
                value: cell[0].value,
                place,
                definition: `${textOf(caption)} · ${header} · ${table.columns[at + 1]}`,
                rule:
                  block.kind === 'table'
                    ? t('notes.definition.byRow')
                    : t(
                        key.includes('article') || key.includes('capacity')
                          ? 'notes.definition.byArticle'
                          : 'notes.definition.plain',
                      ),
                base: '–',
                shown: textOf(cell),
              },
            ],
      ),
    );
  }
  return {
    title: t('notes.document.annex'),
    introduction: t('notes.document.annexIntroduction', {
      cutoff: formatDate(locale, edition.cutoff),
      revision: formatNumber(locale, revision),
    }),
    columns: [
      t('notes.document.annexPlace'),
      t('notes.document.annexDefinition'),
      t('notes.document.annexRule'),
      t('notes.document.annexBase'),
      t('notes.document.annexNumber'),
    ],
    rows,
  };
}

import { unitName } from '#lib/assistance/activities/units';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { EditionSnapshot, RenderedBlock } from '#lib/notes/assembly/assemble-note';
import { describeValue, type DefinitionContext } from '#lib/notes/assembly/definitions';
import {
  textOf,
  type AnnexRow,
  type Block,
  type FinishedNote,
} from '#lib/documents/model/document';
import type { NoteBlock } from '#lib/notes/model/edition';
import type { Wording } from '#lib/notes/text/wording';
import { memberName, type EvaluatedBlock } from '#lib/notes/text/render-placeholder';
import type { BlockKind, EvaluatedValue, BoundValue } from '#lib/notes/model/vocabulary';

/** How the note refers to a block: `paragraph 12`, `figure III`. */
function blockLabel({ t, itemLabel, isProse }: Wording, kind: BlockKind, number: string): string {
  if (kind === 'summary') return t('notes.document.summary');
  if (kind === 'paragraph') return t('notes.say.paragraph', { number });
  if (kind.startsWith('heading')) return t('notes.say.section', { number });
  // Within a sentence some languages inflect the name of a figure or table.
  const names = isProse ? 'notes.document' : 'notes.say';
  if (kind === 'figure') return t(`${names}.figure`, { number });
  return kind === 'table' ? t(`${names}.table`, { number }) : itemLabel(number);
}

/** What completes the definition of a ranking or list: the member that the number belongs to. */
function describeMember(
  context: DefinitionContext,
  value: BoundValue,
  shown: EvaluatedValue | undefined,
  member: string,
) {
  const { t } = context;
  if (value.kind === 'reported') {
    const item = shown?.items?.[Number(member)];
    if (!item) return [];
    return [unitName(t, item.code, item.n), ...(item.activity ? [item.activity] : [])];
  }
  if ((value.kind !== 'ranking' && value.kind !== 'list') || !member) return [];
  return value.over === 'article'
    ? [t('notes.definition.article', { article: context.wording.article(member) })]
    : [memberName(context, value.over, member)];
}

/** The row of a number in a sentence. `full` is its key: block, value and member. */
function valueRow(
  context: DefinitionContext,
  { key, content }: NoteBlock,
  evaluated: EvaluatedBlock,
  place: string,
  shown: string,
  full: string,
): AnnexRow[] {
  const name = full.slice(key.length + 1).split('.')[0]!;
  const value = content.values[name];
  const words = value && describeValue(context, value);
  if (!words) return [];
  const isShare = full.endsWith('.share');
  const member = full.slice(`${key}.${name}`.length + 1).replace(/\.share$/, '');
  const isOfSeveral = value.kind === 'ranking' || value.kind === 'list';
  const held = content.held?.[name];
  const of = describeMember(context, value, evaluated.results[name], member);
  return [
    {
      value: full,
      place,
      shown,
      base: isOfSeveral && !isShare ? '–' : words.base,
      rule: held ? context.t('notes.definition.held', { reason: held.reason }) : words.rule,
      definition: [words.definition, ...of].join(' · '),
    },
  ];
}

/** The rule by which the numbers of a table or figure were counted. */
function describeExhibitRule(t: Translate, kind: 'table' | 'figure', key: string): string {
  if (kind === 'table') return t('notes.definition.byRow');
  return key.includes('article') || key.includes('capacity')
    ? t('notes.definition.byArticle')
    : t('notes.definition.plain');
}

/** The rows of the numbers of a table or figure. */
function exhibitRows(t: Translate, block: Block | undefined, place: string): AnnexRow[] {
  if (block?.kind !== 'table' && block?.kind !== 'figure') return [];
  const { table, caption } = block;
  const rule = describeExhibitRule(t, block.kind, block.key);
  return table.rows.flatMap(({ header, cells }) =>
    cells.flatMap((cell, at) =>
      cell[0]?.value === undefined
        ? []
        : [
            {
              value: cell[0].value,
              place,
              definition: `${textOf(caption)} · ${header} · ${table.columns[at + 1]}`,
              rule,
              base: '–',
              shown: textOf(cell),
            },
          ],
    ),
  );
}

type AnnexInput = Readonly<{
  wording: Wording;
  read: readonly RenderedBlock[];
  /** The blocks of the document, with the tables and figures. */
  blocks: readonly Block[];
  termName: (code: string) => string;
}>;

/** The rows of the numbers in a block: of its text, then of its table or figure. */
function blockRows(
  context: DefinitionContext & Readonly<{ wording: Wording }>,
  { block, evaluated, number, runs }: RenderedBlock,
  documentBlock: Block | undefined,
): AnnexRow[] {
  const place = blockLabel(context.wording, block.kind, number);
  const textRows = runs.flatMap(({ text, value, figures = text }) =>
    value === undefined ? [] : valueRow(context, block, evaluated, place, figures, value),
  );
  return [...textRows, ...exhibitRows(context.t, documentBlock, place)];
}

/** Builds the annex: every bound number of the note in its order, with definition, rule and base. */
export function buildAnnex(
  { edition, revision, names }: EditionSnapshot,
  { wording, read, blocks, termName }: AnnexInput,
): FinishedNote['annex'] {
  const { locale, t } = wording;
  const context: DefinitionContext & Readonly<{ wording: Wording }> = {
    locale,
    t,
    wording,
    termName,
    previousCutoff: edition.previousCutoff,
    themeName: (code) => names.theme(code, locale),
  };
  const documentBlocks = new Map(blocks.map((block) => [block.key, block]));
  return {
    title: t('notes.document.annex'),
    introduction: t('notes.document.annexIntroduction', {
      cutoff: wording.date(edition.cutoff),
      revision: formatNumber(locale, revision),
    }),
    columns: [
      t('notes.document.annexPlace'),
      t('notes.document.annexDefinition'),
      t('notes.document.annexRule'),
      t('notes.document.annexBase'),
      t('notes.document.annexNumber'),
    ],
    rows: read.flatMap((rendered) =>
      blockRows(context, rendered, documentBlocks.get(rendered.block.key)),
    ),
  };
}

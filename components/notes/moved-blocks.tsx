import { NeedDifference } from '#components/needs/need-difference';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { DiffSegment } from '#lib/needs/model/text-diff';

/** A block that changed, and the cells of its table that did. */
type MovedBlock = Readonly<{
  key: string;
  name: string;
  stretches: readonly DiffSegment[];
  cells: readonly Readonly<{ cell: string; before: number | null; after: number | null }>[];
}>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  notePath: string;
  by: string;
  blocks: readonly MovedBlock[];
  revision: number;
  mayAccept: boolean;
  language: Locale;
}>;

type Accepting = Pick<Props, 'notePath' | 'by' | 'revision'>;

/** Accepts one block as it reads now, or all of them. */
const AcceptForm = ({
  notePath,
  by,
  revision,
  block,
  label,
}: Accepting & Readonly<{ block?: string; label: string }>) => (
  <form method="post" action={`${notePath}/accept`}>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="revision" value={revision} />
    {block === undefined ? null : <input type="hidden" name="key" value={block} />}
    <div className="buttons">
      <button className="button second">{label}</button>
    </div>
  </form>
);

function CellsTable({ locale, t, cells }: Pick<Props, 'locale' | 't'> & Pick<MovedBlock, 'cells'>) {
  const number = (n: number | null) => (n === null ? '–' : formatNumber(locale, n));
  return (
    <div className="scroll">
      <table className="list">
        <caption>{t('notes.moved.cells')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('notes.moved.cell')}</th>
            <th scope="col">{t('notes.moved.before')}</th>
            <th scope="col">{t('notes.moved.after')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ cell, before, after }) => (
            <tr key={cell}>
              <th scope="row">
                <code>{cell}</code>
              </th>
              <td>{number(before)}</td>
              <td>{number(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * The blocks that changed since they were accepted: the text before and after, or the numbers of a
 * table that changed.
 */
export function MovedBlocks({ blocks, mayAccept, language, ...props }: Props) {
  const { locale, t, notePath, by, revision } = props;
  const accepting = { notePath, by, revision };
  return (
    <>
      {mayAccept && blocks.length > 1 ? (
        <AcceptForm {...accepting} label={t('notes.moved.acceptAll')} />
      ) : null}
      {blocks.map(({ key, name, stretches, cells }) => (
        <section key={key} id={key}>
          <h2>
            <a href={`${notePath}/blocks/${key}`}>{name}</a>
          </h2>
          {stretches.length > 0 ? (
            <NeedDifference
              t={t}
              differences={[{ field: key, term: t('notes.moved.after'), language, stretches }]}
            />
          ) : null}
          {cells.length > 0 ? <CellsTable locale={locale} t={t} cells={cells} /> : null}
          {mayAccept ? (
            <AcceptForm {...accepting} block={key} label={t('notes.moved.accept')} />
          ) : null}
        </section>
      ))}
    </>
  );
}

import { NeedDifference } from '#components/needs/need-difference';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Stretch } from '#lib/needs/model/differences';

export type MovedBlock = Readonly<{
  key: string;
  name: string;
  stretches: readonly Stretch[];
  cells: readonly Readonly<{ cell: string; before: number | null; after: number | null }>[];
}>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  at: string;
  by: string;
  blocks: readonly MovedBlock[];
  revision: number;
  accepts: boolean;
  language: Locale;
}>;

/**
 * What reads otherwise than it was accepted: words before and after, or the numbers of a table that
 * changed.
 */
export function MovedBlocks({ locale, t, at, by, blocks, revision, accepts, language }: Props) {
  const number = (n: number | null) => (n === null ? '–' : formatNumber(locale, n));
  const accept = (key: string | null, label: string) => (
    <form method="post" action={`${at}/accept`}>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="revision" value={revision} />
      {key === null ? null : <input type="hidden" name="key" value={key} />}
      <div className="buttons">
        <button className="button second">{label}</button>
      </div>
    </form>
  );
  return (
    <>
      {accepts && blocks.length > 1 ? accept(null, t('notes.moved.acceptAll')) : null}
      {blocks.map(({ key, name, stretches, cells }) => (
        <section key={key} id={key}>
          <h2>
            <a href={`${at}/blocks/${key}`}>{name}</a>
          </h2>
          {stretches.length > 0 ? (
            <NeedDifference
              t={t}
              differences={[{ field: key, term: t('notes.moved.after'), language, stretches }]}
            />
          ) : null}
          {cells.length > 0 ? (
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
          ) : null}
          {accepts ? accept(key, t('notes.moved.accept')) : null}
        </section>
      ))}
    </>
  );
}

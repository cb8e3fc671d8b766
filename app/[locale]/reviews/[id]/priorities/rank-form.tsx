import { RankTable, type RankRow } from '#components/priorities/rank-table';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  by: string;
  /** The address of the page, below which the form is sent. */
  here: string;
  rows: readonly RankRow[];
  /** The button that was pressed, which keeps the focus. */
  focusOn?: string;
}>;

const textsOf = (t: Translate) => ({
  caption: t('priorities.caption'),
  need: t('needs.reference'),
  rank: t('needs.priority'),
  provision: t('needs.provision'),
  move: t('priorities.move'),
  placed: t('priorities.placed', { need: '{need}', place: '{place}', count: '{count}' }),
});

/** The form in which the needs of a review are ranked. */
export function RankForm({ t, by, here, rows, focusOn }: Props) {
  if (rows.length === 0) return <p>{t('priorities.empty')}</p>;
  return (
    <form method="post" action={`${here}/set`} noValidate>
      {/* The return key in a field presses the first button of a form, which must be the one that saves. */}
      <button className="away" tabIndex={-1} aria-hidden="true">
        {t('priorities.save')}
      </button>
      <input type="hidden" name="by" value={by} />
      <p className="hint">{t('priorities.how')}</p>
      <RankTable rows={rows} arrange={`${here}/arrange`} focusOn={focusOn} texts={textsOf(t)} />
      <div className="buttons">
        <button className="button">{t('priorities.save')}</button>
      </div>
    </form>
  );
}

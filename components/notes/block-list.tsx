import { HiddenFields } from '#components/notes/hidden-fields';
import { Runs } from '#components/notes/runs';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import type { Runs as NoteRuns } from '#lib/documents/model/document';
import type { BlockKind } from '#lib/notes/model/vocabulary';

export type BlockRow = Readonly<{
  key: string;
  kind: BlockKind;
  version: number;
  name: string;
  /** Null for a block that is left out of the note at present. */
  runs: NoteRuns | null;
}>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  notePath: string;
  by: string;
  blocks: readonly BlockRow[];
  mayMove: boolean;
  language: Locale;
}>;

/** Moves a block up or down. */
const MoveForms = ({
  t,
  blockPath,
  by,
  version,
  name,
}: Readonly<{ t: Translate; blockPath: string; by: string; version: number; name: string }>) =>
  (['up', 'down'] as const).map((to) => (
    <form key={to} method="post" action={`${blockPath}/move`}>
      <HiddenFields by={by} version={version} />
      <input type="hidden" name="to" value={to} />
      <button className="as-link">
        {t(`notes.write.${to}`)}
        <span className="away"> {name}</span>
      </button>
    </form>
  ));

/** The blocks of a draft in their order, as they read now. */
export function BlockList({ locale, t, notePath, by, blocks, mayMove, language }: Props) {
  return (
    <ol className="blocks">
      {blocks.map(({ key, kind, version, name, runs }) => (
        <li key={key} id={key} className={kind}>
          <p className="note">{name}</p>
          <p className="written" lang={language} dir={directionOf(language)}>
            {runs ? (
              <Runs locale={locale} t={t} runs={runs} />
            ) : (
              <span className="note">{t('notes.write.hidden')}</span>
            )}
          </p>
          <div className="tools">
            <a href={`${notePath}/blocks/${key}`}>
              {t('notes.write.edit')}
              <span className="away"> {name}</span>
            </a>
            {mayMove ? (
              <MoveForms t={t} blockPath={`${notePath}/blocks/${key}`} {...{ by, version, name }} />
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

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
  /** Null for a block that says nothing at present. */ runs: NoteRuns | null;
}>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  at: string;
  by: string;
  blocks: readonly BlockRow[];
  moves: boolean;
  language: Locale;
}>;

/** The blocks of a draft one under another, as they read now. */
export function BlockList({ locale, t, at, by, blocks, moves, language }: Props) {
  const move = (key: string, version: number, name: string) =>
    (['up', 'down'] as const).map((to) => (
      <form key={to} method="post" action={`${at}/blocks/${key}/move`}>
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="to" value={to} />
        <button className="as-link">
          {t(`notes.write.${to}`)}
          <span className="away"> {name}</span>
        </button>
      </form>
    ));
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
            <a href={`${at}/blocks/${key}`}>
              {t('notes.write.edit')}
              <span className="away"> {name}</span>
            </a>
            {moves ? move(key, version, name) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

import { EditionButton } from '#components/notes/edition-button';
import type { EditionView } from '#lib/notes/store/queries';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  notePath: string;
  by: string;
  edition: EditionView['edition'];
  /** How many blocks changed, checks must be settled, and numbers are held or typed by hand. */
  state: Readonly<Record<'moved' | 'must' | 'held' | 'typed', number>>;
  isWriter: boolean;
}>;

/** What is left to do on a draft, and the button that sends it for review. */
export const DraftState = ({ t, notePath, by, edition, state, isWriter }: Props) => (
  <section>
    <h2>{t('notes.edition.states')}</h2>
    <ul>
      <li>
        <a href={`${notePath}/moved`}>{t('notes.edition.movedCount', { count: state.moved })}</a>
      </li>
      <li>
        <a href={`${notePath}/checks`}>{t('notes.edition.checksCount', { count: state.must })}</a>
      </li>
      <li>{t('notes.edition.byHand', { held: state.held, typed: state.typed })}</li>
    </ul>
    {isWriter && edition.status === 'drafting' ? (
      <EditionButton
        action={`${notePath}/send-for-review`}
        by={by}
        version={edition.version}
        label={t('notes.edition.send')}
      />
    ) : null}
  </section>
);

type Props = Readonly<{ text: string; undo: string; onUndo: () => void }>;

/** Says what the form changed by itself, with the button that takes it back. */
export const UndoableNote = ({ text, undo, onUndo }: Props) => (
  <p className="suggested">
    <span role="status">{text}</span>
    {text ? (
      <>
        {' '}
        <button type="button" className="as-link" onClick={onUndo}>
          {undo}
        </button>
      </>
    ) : null}
  </p>
);

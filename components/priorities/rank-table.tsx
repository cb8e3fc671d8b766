'use client';
import { useEffect, useRef, useState, useSyncExternalStore, type PointerEvent } from 'react';
import { inOrder, movedTo, stepped, type Ranked, type Step } from '#lib/needs/priorities/rules';

export type RankRow = Ranked &
  Readonly<{
    /** The name of its field, which says the version that was seen. */
    field: string;
    href: string;
    name: string;
    text: string | null;
    language?: string;
    provision: string;
    labels: Readonly<{ rank: string; up: string; down: string }>;
    error?: string;
    stored?: string;
  }>;
type Texts = Readonly<{
  caption: string;
  need: string;
  rank: string;
  provision: string;
  move: string;
  placed: string;
}>;
type Props = Readonly<{
  rows: readonly RankRow[];
  arrange: string;
  texts: Texts;
  focusOn?: string;
}>;

const never = () => () => undefined;
const buttonId = (step: Step, id: string) => `${step}-${id}`;

/**
 * The needs of a review with their ranks: typed, moved by buttons (without scripts each is sent),
 * or dragged.
 */
export function RankTable({ rows, arrange, texts, focusOn }: Props) {
  const [items, setItems] = useState(rows);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const focus = useRef<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);

  useEffect(() => {
    // A row that is moved in the document loses the focus that stood in it.
    if (focus.current) document.getElementById(focus.current)?.focus();
    focus.current = null;
  }, [items]);

  const place = (next: readonly RankRow[], id: string) => {
    const item = next.find((each) => each.id === id)!;
    setItems(next);
    setSaid(
      texts.placed
        .replace('{need}', item.name)
        .replace('{place}', String(next.indexOf(item) + 1))
        .replace('{count}', String(next.length)),
    );
  };
  const step = (id: string, which: Step) => {
    focus.current = buttonId(which, id);
    place(stepped(items, id, which), id);
  };
  const type = (id: string, rank: string) =>
    setItems(items.map((item) => (item.id === id ? { ...item, rank } : item)));

  const grab = (event: PointerEvent, id: string) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    setDragged(id);
    setItems(inOrder(items));
  };
  const drag = ({ clientY }: PointerEvent, id: string) => {
    if (dragged !== id) return;
    const over = [...body.current!.rows].findIndex((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return clientY >= top && clientY < bottom;
    });
    if (over >= 0 && items[over]?.id !== id) place(movedTo(items, id, over), id);
  };

  const mover = (item: RankRow, which: Step) => (
    <button
      id={buttonId(which, item.id)}
      name="move"
      value={`${which}:${item.id}`}
      formAction={arrange}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- without scripts the page comes again: the button that was pressed keeps the focus
      autoFocus={focusOn === `${which}:${item.id}`}
      aria-label={item.labels[which]}
      onClick={(event) => {
        event.preventDefault();
        step(item.id, which);
      }}
    >
      {which === 'up' ? '↑' : '↓'}
    </button>
  );
  return (
    <div className="scroll">
      <table className="ranks">
        <caption className="away">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.need}</th>
            <th scope="col" className="words">
              {texts.rank}
            </th>
            <th scope="col" className="words">
              {texts.move}
            </th>
            <th scope="col" className="words">
              {texts.provision}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {items.map((item) => (
            <tr key={item.id} className={dragged === item.id ? 'dragged' : undefined}>
              <th scope="row">
                <a href={item.href}>
                  <bdi>{item.name}</bdi>
                </a>
                {item.text ? (
                  <>
                    <br />
                    <span className="note" lang={item.language} dir="auto">
                      {item.text}
                    </span>
                  </>
                ) : null}
              </th>
              <td className={item.error ? 'words bad' : 'words'}>
                {item.error ? (
                  <p className="error" id={`rank-${item.id}-error`}>
                    {item.error}
                  </p>
                ) : null}
                <input
                  id={`rank-${item.id}`}
                  name={item.field}
                  value={item.rank}
                  onChange={({ target }) => type(item.id, target.value)}
                  inputMode="numeric"
                  maxLength={20}
                  autoComplete="off"
                  aria-label={item.labels.rank}
                  aria-invalid={item.error ? true : undefined}
                  aria-describedby={item.error ? `rank-${item.id}-error` : undefined}
                />
                {item.stored ? <p className="note">{item.stored}</p> : null}
              </td>
              <td className="words moves">
                {mover(item, 'up')}
                {mover(item, 'down')}
                {scripted ? (
                  <span
                    className="grip"
                    aria-hidden="true"
                    onPointerDown={(event) => grab(event, item.id)}
                    onPointerMove={(event) => drag(event, item.id)}
                    onPointerUp={() => setDragged(null)}
                    onPointerCancel={() => setDragged(null)}
                  >
                    ⠿
                  </span>
                ) : null}
              </td>
              <td className="words">{item.provision}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <output className="away">{said}</output>
    </div>
  );
}

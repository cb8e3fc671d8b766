'use client';
import { useEffect, useRef, useState, useSyncExternalStore, type PointerEvent } from 'react';
import {
  sortByRank,
  moveToPlace,
  moveByOne,
  type Ranked,
  type Direction,
} from '#lib/needs/priorities/ranking';

export type RankRow = Ranked &
  Readonly<{
    /** The name of the field, with the version of the need that was shown. */
    field: string;
    href: string;
    name: string;
    text: string | null;
    language?: string;
    direction: 'rtl' | 'ltr' | 'auto';
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
const buttonId = (step: Direction, id: string) => `${step}-${id}`;

/** The actions on the rows. */
type RowActions = Readonly<{
  arrange: string;
  focusOn?: string;
  /** Whether rows can be dragged. */
  hasScripts: boolean;
  step: (id: string, which: Direction) => void;
  type: (id: string, rank: string) => void;
  grab: (event: PointerEvent, id: string) => void;
  drag: (event: PointerEvent, id: string) => void;
  drop: () => void;
}>;

/** The new place of a row, for screen readers. */
const placeText = (texts: Texts, item: RankRow, rows: readonly RankRow[]) =>
  texts.placed
    .replace('{need}', item.name)
    .replace('{place}', String(rows.indexOf(item) + 1))
    .replace('{count}', String(rows.length));

/** Whether scripts run: false on the server and during hydration. */
const useScripts = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** The rows in their current order, and the actions that change it. */
function useRanks(
  rows: readonly RankRow[],
  texts: Texts,
  page: Pick<Props, 'arrange' | 'focusOn'>,
) {
  const [items, setItems] = useState(rows);
  const [dragged, setDragged] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const focus = useRef<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);

  useEffect(() => {
    // A row that moves in the document loses its focus.
    if (focus.current) document.getElementById(focus.current)?.focus();
    focus.current = null;
  }, [items]);

  const place = (next: readonly RankRow[], id: string) => {
    const item = next.find((each) => each.id === id)!;
    setItems(next);
    setAnnouncement(placeText(texts, item, next));
  };
  const step = (id: string, which: Direction) => {
    focus.current = buttonId(which, id);
    place(moveByOne(items, id, which), id);
  };
  const type = (id: string, rank: string) =>
    setItems(items.map((item) => (item.id === id ? { ...item, rank } : item)));

  const grab = (event: PointerEvent, id: string) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    setDragged(id);
    setItems(sortByRank(items));
  };
  const drag = ({ clientY }: PointerEvent, id: string) => {
    if (dragged !== id) return;
    const over = [...body.current!.rows].findIndex((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return clientY >= top && clientY < bottom;
    });
    if (over >= 0 && items[over]?.id !== id) place(moveToPlace(items, id, over), id);
  };
  const drop = () => setDragged(null);
  const hasScripts = useScripts();
  return { items, body, dragged, announcement, hasScripts, step, type, grab, drag, drop, ...page };
}

/** A button that moves a row by one place; without scripts it sends the form. */
const Mover = ({
  item,
  which,
  arrange,
  focusOn,
  step,
}: RowActions & Readonly<{ item: RankRow; which: Direction }>) => (
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

const RankHead = ({ texts }: { texts: Texts }) => (
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
);

const NeedCell = ({ item }: { item: RankRow }) => (
  <th scope="row">
    <a href={item.href}>
      <bdi>{item.name}</bdi>
    </a>
    {item.text ? (
      <>
        <br />
        <span className="note" lang={item.language} dir={item.direction}>
          {item.text}
        </span>
      </>
    ) : null}
  </th>
);

const RankCell = ({ item, type }: { item: RankRow } & Pick<RowActions, 'type'>) => (
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
);

function MovesCell({ item, ...actions }: RowActions & { item: RankRow }) {
  const { hasScripts, grab, drag, drop } = actions;
  return (
    <td className="words moves">
      <Mover item={item} which="up" {...actions} />
      <Mover item={item} which="down" {...actions} />
      {hasScripts ? (
        <span
          className="grip"
          aria-hidden="true"
          onPointerDown={(event) => grab(event, item.id)}
          onPointerMove={(event) => drag(event, item.id)}
          onPointerUp={() => drop()}
          onPointerCancel={() => drop()}
        >
          ⠿
        </span>
      ) : null}
    </td>
  );
}

const RankLine = ({
  item,
  isDragged,
  ...actions
}: RowActions & Readonly<{ item: RankRow; isDragged: boolean }>) => (
  <tr className={isDragged ? 'dragged' : undefined}>
    <NeedCell item={item} />
    <RankCell item={item} type={actions.type} />
    <MovesCell item={item} {...actions} />
    <td className="words">{item.provision}</td>
  </tr>
);

/** The needs of a review with their ranks, which can be typed, moved by buttons, or dragged. */
export function RankTable({ rows, arrange, texts, focusOn }: Props) {
  const { items, body, dragged, announcement, ...actions } = useRanks(rows, texts, {
    arrange,
    focusOn,
  });
  return (
    <div className="scroll">
      <table className="ranks">
        <caption className="away">{texts.caption}</caption>
        <RankHead texts={texts} />
        <tbody ref={body}>
          {items.map((item) => (
            <RankLine key={item.id} item={item} isDragged={dragged === item.id} {...actions} />
          ))}
        </tbody>
      </table>
      <output className="away">{announcement}</output>
    </div>
  );
}

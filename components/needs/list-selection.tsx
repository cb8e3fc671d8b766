'use client';
import { useEffect, useState } from 'react';
import { mostSelected } from '#lib/needs/model/vocabulary';

type Props = Readonly<{
  /** The id of the form that what is selected is sent by. */
  form: string;
  /** Under which name the selection is kept while the browser's tab is open. */
  kept: string;
  texts: Readonly<{ selected: string; all: string; none: string; most: string }>;
}>;

const boxesOf = (form: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=id][form="${form}"]`),
];

function stored(kept: string): Set<string> {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
    return new Set(
      Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, mostSelected) : [],
    );
  } catch {
    return new Set();
  }
}

/** Lets the selection survive from page to page. Without scripts it is of one page. */
export function ListSelection({ form, kept, texts }: Props) {
  const [count, setCount] = useState<number | null>(null);

  const keep = (ids: ReadonlySet<string>) => {
    sessionStorage.setItem(kept, JSON.stringify([...ids]));
    for (const box of boxesOf(form)) box.checked = ids.has(box.value);
    setCount(ids.size);
  };
  const select = (chosen: readonly HTMLInputElement[]) => {
    const ids = stored(kept);
    for (const box of chosen) {
      if (!box.checked) ids.delete(box.value);
      else if (ids.size < mostSelected) ids.add(box.value);
    }
    keep(ids);
  };

  useEffect(() => {
    const sending = document.getElementById(form) as HTMLFormElement;
    const boxes = boxesOf(form);
    const ids = stored(kept);
    // What was ticked before the scripts came counts too.
    for (const box of boxes) if (box.checked && ids.size < mostSelected) ids.add(box.value);
    keep(ids);
    const changed = ({ target }: Event) => select([target as HTMLInputElement]);
    /** The needs of other pages go along. */
    const complete = ({ formData }: FormDataEvent) => {
      const here = new Set(boxes.map(({ value }) => value));
      for (const id of stored(kept)) if (!here.has(id)) formData.append('id', id);
    };
    for (const box of boxes) box.addEventListener('change', changed);
    sending.addEventListener('formdata', complete);
    return () => {
      for (const box of boxes) box.removeEventListener('change', changed);
      sending.removeEventListener('formdata', complete);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the page is a document: form and name never change under it
  }, []);

  if (count === null) return null;
  const all = () => {
    const boxes = boxesOf(form);
    for (const box of boxes) box.checked = true;
    select(boxes);
  };
  return (
    <>
      <output>
        {`${texts.selected}: ${count}`}
        {count >= mostSelected ? ` (${texts.most})` : ''}
      </output>
      <button type="button" className="as-link" onClick={all}>
        {texts.all}
      </button>
      {count > 0 ? (
        <button type="button" className="as-link" onClick={() => keep(new Set())}>
          {texts.none}
        </button>
      ) : null}
    </>
  );
}

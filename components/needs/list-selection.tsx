'use client';
import { useEffect, useState } from 'react';
import { mostSelected } from '#lib/needs/model/vocabulary';

type Props = Readonly<{
  /** The id of the form that sends the selection. */
  formId: string;
  /** The key of the selection in the session storage of the browser's tab. */
  storageKey: string;
  texts: Readonly<{ selected: string; all: string; none: string; most: string }>;
}>;

const checkboxesOf = (formId: string) => [
  ...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=id][form="${formId}"]`),
];

function storedSelection(storageKey: string): Set<string> {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    return new Set(
      Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, mostSelected) : [],
    );
  } catch {
    return new Set();
  }
}

/** Checkboxes that were ticked before the scripts loaded count too. */
function initialSelection(formId: string, storageKey: string): Set<string> {
  const ids = storedSelection(storageKey);
  for (const { checked, value } of checkboxesOf(formId))
    if (checked && ids.size < mostSelected) ids.add(value);
  return ids;
}

/** Calls back when a checkbox of the form changes, and sends the selection of other pages too. */
function watchForm(formId: string, storageKey: string, onChange: (box: HTMLInputElement) => void) {
  const form = document.getElementById(formId) as HTMLFormElement;
  const boxes = checkboxesOf(formId);
  const changed = ({ target }: Event) => onChange(target as HTMLInputElement);
  const addOtherPages = ({ formData }: FormDataEvent) => {
    const onThisPage = new Set(boxes.map(({ value }) => value));
    for (const id of storedSelection(storageKey))
      if (!onThisPage.has(id)) formData.append('id', id);
  };
  for (const box of boxes) box.addEventListener('change', changed);
  form.addEventListener('formdata', addOtherPages);
  return () => {
    for (const box of boxes) box.removeEventListener('change', changed);
    form.removeEventListener('formdata', addOtherPages);
  };
}

/** The selected needs of the list, stored across pages. The count is null until scripts run. */
function useSelection(formId: string, storageKey: string) {
  const [count, setCount] = useState<number | null>(null);

  const store = (ids: ReadonlySet<string>) => {
    sessionStorage.setItem(storageKey, JSON.stringify([...ids]));
    for (const box of checkboxesOf(formId)) box.checked = ids.has(box.value);
    setCount(ids.size);
  };
  const update = (boxes: readonly HTMLInputElement[]) => {
    const ids = storedSelection(storageKey);
    for (const box of boxes) {
      if (!box.checked) ids.delete(box.value);
      else if (ids.size < mostSelected) ids.add(box.value);
    }
    store(ids);
  };

  useEffect(() => {
    store(initialSelection(formId, storageKey));
    return watchForm(formId, storageKey, (box) => update([box]));
    // oxlint-disable-next-line react/exhaustive-deps -- the page is a document: form and key never change
  }, []);

  const selectAll = () => {
    const boxes = checkboxesOf(formId);
    for (const box of boxes) box.checked = true;
    update(boxes);
  };
  const selectNone = () => store(new Set());
  return { count, selectAll, selectNone };
}

/** Counts the selected needs, across pages; without scripts a selection covers one page. */
export function ListSelection({ formId, storageKey, texts }: Props) {
  const { count, selectAll, selectNone } = useSelection(formId, storageKey);
  if (count === null) return null;
  return (
    <>
      <output>
        {`${texts.selected}: ${count}`}
        {count >= mostSelected ? ` (${texts.most})` : ''}
      </output>
      <button type="button" className="as-link" onClick={selectAll}>
        {texts.all}
      </button>
      {count > 0 ? (
        <button type="button" className="as-link" onClick={selectNone}>
          {texts.none}
        </button>
      ) : null}
    </>
  );
}

'use client';
import { useEffect, useRef, useState } from 'react';
import type { UseFormSetValue } from 'react-hook-form';
import { needFormId, type NeedChoices } from '#components/needs/need-form-props';
import { setFields } from '#components/needs/use-suggestions';
import { formFieldsOf } from '#lib/http/form';
import { parseNeedFields, type NeedFields } from '#lib/needs/model/schema';

type Depending = Pick<NeedFields, 'category' | 'subcategory' | 'types'>;

/** The names of what was chosen and does not belong to the category any more. */
function clearedBy(choices: NeedChoices, before: Depending, category: string): string[] {
  const subcategory = choices.subcategories
    .filter((group) => group.category !== category)
    .flatMap(({ options }) => options)
    .filter(({ value }) => value === before.subcategory);
  const types =
    category === 'capacity-building'
      ? []
      : choices.types.filter(({ value }) => before.types.includes(value));
  return [...subcategory, ...types].map(({ label }) => label);
}

/**
 * Clears what depended on the category when another one is chosen, and returns what was cleared with
 * a way to take the change back.
 */
export function useCategoryChange(
  choices: NeedChoices,
  category: string,
  setValue: UseFormSetValue<NeedFields>,
) {
  const [cleared, setCleared] = useState<readonly string[]>([]);
  const former = useRef(category);
  const before = useRef<Depending>({ category, subcategory: '', types: [] });

  useEffect(() => {
    const form = document.getElementById(needFormId);
    if (!(form instanceof HTMLFormElement)) return undefined;
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'category') return;
      const { subcategory, types } = parseNeedFields(formFieldsOf(new FormData(form)));
      const chosen = { category: former.current, subcategory, types };
      const names = clearedBy(choices, chosen, target.value);
      former.current = target.value;
      setCleared(names);
      if (names.length === 0) return;
      before.current = chosen;
      const keepsTypes = target.value === 'capacity-building';
      setFields(setValue, { subcategory: '', types: keepsTypes ? types : [] });
    };
    form.addEventListener('change', onChange);
    return () => form.removeEventListener('change', onChange);
  }, [choices, setValue]);

  const undo = () => {
    former.current = before.current.category;
    setCleared([]);
    setFields(setValue, before.current);
  };
  return { cleared, undo };
}

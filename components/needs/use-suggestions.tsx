'use client';
import { useEffect, useRef, useState } from 'react';
import type { UseFormSetValue } from 'react-hook-form';
import { needFormId, type NeedChoices } from '#components/needs/need-form-props';
import { suggestArticles } from '#lib/needs/model/named-articles';
import { parseNeedFields, type NeedFields } from '#lib/needs/model/schema';
import { formFieldsOf } from '#lib/http/form';
import type { Chapter } from '#lib/convention/chapters';

/** Milliseconds after the last change of the passage. */
const pause = 500;

type SetValue = UseFormSetValue<NeedFields>;

const needForm = () => {
  const form = document.getElementById(needFormId);
  return form instanceof HTMLFormElement ? form : undefined;
};

/** Sets fields of the form, as if they were typed: what listens to the form is told. */
export function setFields(setValue: SetValue, fields: Partial<NeedFields>) {
  for (const [name, value] of Object.entries(fields)) setValue(name as keyof NeedFields, value);
  needForm()?.dispatchEvent(new Event('input', { bubbles: true }));
}

const fieldsNow = (form: HTMLFormElement) => parseNeedFields(formFieldsOf(new FormData(form)));

const isSame = (one: readonly string[], other: readonly number[]) =>
  one.length === other.length && one.every((each, i) => each === String(other[i]));

/**
 * Ticks the articles that the passage names, as long as nobody has chosen others, and returns which
 * they are with a way to take the suggestion back.
 */
export function useSuggestions(
  chapters: NeedChoices['chapters'],
  atFirst: readonly number[],
  setValue: SetValue,
) {
  const [suggested, setSuggested] = useState(atFirst);
  const present = useRef(atFirst);
  const codes = chapters.map(({ chapter }) => chapter).join(' ');

  useEffect(() => {
    const form = needForm();
    const quote = form?.elements.namedItem('quote');
    if (!form || !(quote instanceof HTMLTextAreaElement)) return undefined;
    if (!form.elements.namedItem('articles')) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const suggest = () => {
      const typed = fieldsNow(form);
      if (typed.articles.length > 0 && !isSame(typed.articles, present.current)) return;
      const open = codes.split(' ') as Chapter[];
      const { fields, suggested: named } = suggestArticles({ ...typed, articles: [] }, open);
      if (isSame(typed.articles, named)) return;
      present.current = named;
      setSuggested(named);
      setFields(setValue, { chapter: fields.chapter, articles: fields.articles });
    };
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(suggest, pause);
    };
    // Whoever chooses articles needs no suggestion any more.
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.name === 'articles') setSuggested([]);
    };
    quote.addEventListener('input', onInput);
    form.addEventListener('change', onChange);
    return () => {
      clearTimeout(timer);
      quote.removeEventListener('input', onInput);
      form.removeEventListener('change', onChange);
    };
  }, [codes, setValue]);

  const undo = () => {
    present.current = [];
    setSuggested([]);
    setFields(setValue, { articles: [] });
  };
  return { suggested, undo };
}

import type { ReactNode } from 'react';
import { WhatBelongs } from '#components/guide/what-belongs';
import type { NeedChoices, NeedFormPart } from '#components/needs/need-form-props';
import { errorOf } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, type Option } from '#components/ui/field';

type ListName = 'topics' | 'types' | 'tags' | 'targetGroups';

type Part = Readonly<NeedFormPart & { choices: NeedChoices }>;
/** What the form did by itself to the articles and to the category. */
type Notes = Readonly<{ articlesNote?: ReactNode; categoryNote?: ReactNode }>;

/** A list of checkboxes. */
function Several({
  name,
  options,
  className,
  choices,
  fields,
  errors,
  texts,
  isOpen,
  noteOf,
  register,
}: Part & Readonly<{ name: ListName; options: readonly Option[]; className?: string }>) {
  if (!isOpen(name)) return null;
  return (
    <ChoiceGroup
      name={name}
      label={texts[name]}
      hint={texts[`${name}Hint`]}
      optional={texts.optional}
      error={errorOf(errors, name)}
      note={noteOf?.(name)}
      className={className}
    >
      <div className="options columns">
        {options.map(({ value, label }, i) => (
          <Choice
            key={value}
            kind="checkbox"
            id={i === 0 ? name : `${name}-${value}`}
            value={value}
            label={label}
            defaultChecked={(fields[name] as readonly string[]).includes(value)}
            {...register(name)}
          />
        ))}
      </div>
      {name === 'types' || name === 'tags' ? (
        <WhatBelongs
          guide={choices.guide}
          lines={choices.guide.lines[name]}
          options={options}
          anchor={name}
        />
      ) : null}
    </ChoiceGroup>
  );
}

function Chapter({ choices, fields, errors, texts, isOpen, noteOf, register }: Part) {
  if (!isOpen('chapter')) return null;
  return (
    <ChoiceGroup
      name="chapter"
      label={texts.chapter}
      hint={texts.chapterHint}
      error={errorOf(errors, 'chapter')}
      note={noteOf?.('chapter')}
    >
      {choices.chapters.map(({ chapter, label }, i) => (
        <Choice
          key={chapter}
          kind="radio"
          id={i === 0 ? 'chapter' : `chapter-${chapter}`}
          value={chapter}
          label={label}
          defaultChecked={fields.chapter === chapter}
          {...register('chapter')}
        />
      ))}
    </ChoiceGroup>
  );
}

function Articles({
  choices,
  fields,
  errors,
  texts,
  isOpen,
  noteOf,
  register,
  articlesNote,
}: Part & Notes) {
  if (!isOpen('articles')) return null;
  return (
    <ChoiceGroup
      name="articles"
      label={texts.articles}
      hint={texts.articlesHint}
      error={errorOf(errors, 'articles')}
      note={noteOf?.('articles')}
    >
      {articlesNote}
      {choices.chapters.map(({ chapter, legend, articles }, c) => (
        <fieldset key={chapter} className={`group of-chapter of-${chapter}`}>
          <legend>{legend}</legend>
          <div className="options columns">
            {articles.map(({ value, label }, i) => (
              <Choice
                key={value}
                kind="checkbox"
                id={c === 0 && i === 0 ? 'articles' : `article-${value}`}
                value={value}
                label={label}
                defaultChecked={fields.articles.includes(value)}
                {...register('articles')}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div className="options apart">
        <Choice
          kind="checkbox"
          id="article-general"
          value="general"
          label={texts.general}
          defaultChecked={fields.articles.includes('general')}
          {...register('articles')}
        />
      </div>
    </ChoiceGroup>
  );
}

function Category({ choices, fields, errors, texts, isOpen, noteOf, register }: Part) {
  if (!isOpen('category')) return null;
  return (
    <ChoiceGroup
      name="category"
      label={texts.category}
      hint={texts.categoryHint}
      error={errorOf(errors, 'category')}
      note={noteOf?.('category')}
    >
      {choices.categories.map(({ value, label }, i) => (
        <Choice
          key={value}
          kind="radio"
          id={i === 0 ? 'category' : `category-${value}`}
          value={value}
          label={label}
          defaultChecked={fields.category === value}
          {...register('category')}
        />
      ))}
      <WhatBelongs
        guide={choices.guide}
        lines={choices.guide.lines.categories}
        options={choices.categories}
        anchor="categories"
      />
    </ChoiceGroup>
  );
}

function Subcategory({ choices, fields, errors, texts, isOpen, noteOf, register }: Part) {
  if (!isOpen('subcategory')) return null;
  return (
    <ChoiceGroup
      name="subcategory"
      label={texts.subcategory}
      hint={texts.subcategoryHint}
      error={errorOf(errors, 'subcategory')}
      note={noteOf?.('subcategory')}
    >
      <span id="subcategory" tabIndex={-1} />
      {choices.subcategories.map(({ category, label, options }) => (
        <fieldset key={category} className={`group of-category of-${category}`}>
          <legend>{label}</legend>
          {options.map(({ value, label: text }) => (
            <Choice
              key={value}
              kind="radio"
              id={`subcategory-${value}`}
              value={value}
              label={text}
              defaultChecked={fields.subcategory === value}
              {...register('subcategory')}
            />
          ))}
          <WhatBelongs
            guide={choices.guide}
            lines={choices.guide.lines.subcategories}
            options={options}
            anchor={category}
          />
        </fieldset>
      ))}
    </ChoiceGroup>
  );
}

/** The fields on the provision and the category of a need. */
export function NeedProvision({ articlesNote, categoryNote, ...part }: Part & Notes) {
  return (
    <>
      <Chapter {...part} />
      <Articles {...part} articlesNote={articlesNote} />
      <Category {...part} />
      {categoryNote}
      <Subcategory {...part} />
    </>
  );
}

/** The other coding of a need. */
export function OtherCoding(part: Part) {
  const { choices } = part;
  return (
    <>
      <Several
        {...part}
        name="types"
        options={choices.types}
        className="of-category of-capacity-building"
      />
      <Several {...part} name="topics" options={choices.topics} />
      <Several {...part} name="tags" options={choices.tags} />
      <Several {...part} name="targetGroups" options={choices.targetGroups} />
    </>
  );
}

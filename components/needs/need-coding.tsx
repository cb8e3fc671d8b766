import { WhatBelongs } from '#components/guide/what-belongs';
import type { NeedChoices, NeedFormPart } from '#components/needs/need-form-props';
import { errorOf } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, type Option } from '#components/ui/field';

type ListName = 'topics' | 'types' | 'tags' | 'targetGroups';

/** Where in the Convention the need belongs, and what kind of assistance it is. */
export function NeedCoding({
  choices,
  fields,
  errors,
  texts,
  isOpen,
  register,
}: NeedFormPart & { choices: NeedChoices }) {
  const many = (name: ListName, options: readonly Option[], className?: string) =>
    isOpen(name) ? (
      <ChoiceGroup
        name={name}
        label={texts[name]}
        hint={texts[`${name}Hint`]}
        optional={texts.optional}
        error={errorOf(errors, name)}
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
    ) : null;

  return (
    <>
      {isOpen('chapter') ? (
        <ChoiceGroup
          name="chapter"
          label={texts.chapter}
          hint={texts.chapterHint}
          error={errorOf(errors, 'chapter')}
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
      ) : null}

      {isOpen('articles') ? (
        <ChoiceGroup
          name="articles"
          label={texts.articles}
          hint={texts.articlesHint}
          error={errorOf(errors, 'articles')}
        >
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
          <div className="apart">
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
      ) : null}

      {isOpen('category') ? (
        <ChoiceGroup
          name="category"
          label={texts.category}
          hint={texts.categoryHint}
          error={errorOf(errors, 'category')}
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
      ) : null}

      {isOpen('subcategory') ? (
        <ChoiceGroup
          name="subcategory"
          label={texts.subcategory}
          hint={texts.subcategoryHint}
          error={errorOf(errors, 'subcategory')}
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
      ) : null}

      {many('types', choices.types, 'of-category of-capacity-building')}
      {many('topics', choices.topics)}
      {many('tags', choices.tags)}
      {many('targetGroups', choices.targetGroups)}
    </>
  );
}

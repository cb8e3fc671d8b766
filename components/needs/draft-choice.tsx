import { needFacts } from '#components/needs/need-facts';
import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { AutosavedForm } from '#lib/needs/entry/autosave';
import { valueText } from '#lib/needs/model/draft';
import { fieldNames, replaceFields, type FieldName } from '#lib/needs/model/fields';
import { needDraft, vocabularyCodes, type NeedFields } from '#lib/needs/model/schema';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { Translate } from '#lib/text/i18n';

type Common = Readonly<{ locale: Locale; t: Translate; vocabulary: Vocabulary; formId: string }>;
type Choice = Readonly<{ name: FieldName; fields: NeedFields }>;

/** The value of a field as pages show it; what was typed but cannot be read stands as it is. */
function Shown({ locale, t, vocabulary, name, fields }: Common & Choice) {
  const parsed = needDraft(vocabularyCodes(vocabulary)).safeParse(fields);
  const facts = parsed.success ? needFacts(locale, t, parsed.data, vocabulary) : [];
  const fact = facts.find(({ field }) => field === (name === 'chapter' ? 'articles' : name));
  return <>{fact?.value ?? ([fields[name]].flat().join('; ') || '–')}</>;
}

/** One of the values to choose from; an empty choice keeps what the form shows. */
function Option({
  common,
  choice: { name, fields },
  number,
  value,
  label,
}: Readonly<{ common: Common; choice: Choice; number: number; value: string; label: string }>) {
  const id = `choose-${name}-${number}`;
  return (
    <div className="option">
      <input
        type="radio"
        id={id}
        name={`choose.${name}`}
        value={value}
        form={common.formId}
        defaultChecked={number === 0}
      />
      <label htmlFor={id}>
        {label}: <Shown {...common} name={name} fields={fields} />
      </label>
      <input
        type="hidden"
        name={`settled.${name}`}
        value={valueText(fields[name])}
        form={common.formId}
      />
    </div>
  );
}

/** The name of a field, as the facts of a need call it. */
const termOf = (t: Translate, name: FieldName): string =>
  name === 'page' ? t('source.pageOfPassage') : t(`form.${name}`);

/**
 * Asks which text is meant where two tabs or devices of one person typed into the same field. The
 * buttons belong to the form, which stands below.
 */
export function DraftChoice({
  draft,
  ...common
}: Common & Readonly<{ draft: Pick<AutosavedForm, 'fields' | 'rivals'> }>) {
  const { t } = common;
  const { fields, rivals } = draft;
  const names = fieldNames.filter((name) => (rivals[name] ?? []).length > 0);
  if (names.length === 0) return null;
  return (
    <div id="draft-choice">
      <Notice kind="warn" title={t('form.typedTwice')}>
        <p>{t('form.typedTwiceHint')}</p>
        {names.map((name) => (
          <fieldset key={name}>
            <legend>{termOf(t, name)}</legend>
            <Option
              common={common}
              choice={{ name, fields }}
              number={0}
              value=""
              label={t('form.typedHere')}
            />
            {(rivals[name] ?? []).map(({ value, sheet }, i) => (
              <Option
                key={sheet}
                common={common}
                choice={{
                  name,
                  fields: replaceFields(fields, { ...fields, [name]: value }, [name]),
                }}
                number={i + 1}
                value={valueText(value)}
                label={t('form.typedThere', { number: i + 1 })}
              />
            ))}
          </fieldset>
        ))}
      </Notice>
    </div>
  );
}

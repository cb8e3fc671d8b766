import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import { chapters, chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regions } from '#lib/convention/regions';
import type { Translate } from '#lib/text/i18n';
import type { ComparisonParameters } from '#lib/counting/comparisons/comparison-parameters';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  asked: ComparisonParameters;
  errors: readonly FormError[];
}>;

type FieldProps = Pick<Props, 'locale' | 't' | 'asked' | 'errors'>;

/** A date or a revision of one side. */
const SideField = ({
  t,
  asked,
  errors,
  name,
}: FieldProps & Readonly<{ name: 'cutoff' | 'since' | 'revision' | 'sinceRevision' }>) => (
  <TextField
    name={name}
    label={t(`compared.names.${name}`)}
    className="date"
    dir="ltr"
    inputMode={name === 'revision' || name === 'sinceRevision' ? 'numeric' : undefined}
    defaultValue={asked[name] ?? ''}
    error={errorOf(errors, name)}
  />
);

/** The regional groups and the chapter. */
function ScopeFields({ locale, t, asked, errors }: FieldProps) {
  const groups = regions.map(({ region, name }) => ({ value: region, label: name[locale] }));
  const chapterOptions = chapters.map(({ chapter }) => ({
    value: chapter,
    label: `${chapter} · ${chapterTitle(chapter, locale)}`,
  }));
  return (
    <>
      <SelectField
        name="region"
        label={t('compared.names.region')}
        options={groups}
        none={t('summaries.allRegions')}
        defaultValue={asked.region ?? ''}
        error={errorOf(errors, 'region')}
      />
      <SelectField
        name="against"
        label={t('compared.names.against')}
        options={groups}
        none={t('compared.none')}
        defaultValue={asked.against ?? ''}
        error={errorOf(errors, 'against')}
      />
      <SelectField
        name="chapter"
        label={t('summaries.chapter')}
        options={chapterOptions}
        defaultValue={asked.chapters[0]}
        error={errorOf(errors, 'chapter')}
      />
    </>
  );
}

/** Chooses what is compared: two dates, two revisions, or two regional groups. */
export const CompareForm = ({ action, ...fields }: Props) => {
  const { t } = fields;
  return (
    <form method="get" action={action} noValidate>
      <div className="in-line">
        <SideField {...fields} name="since" />
        <SideField {...fields} name="cutoff" />
      </div>
      <p className="hint">{t('compared.datesHint')}</p>
      <div className="in-line">
        <SideField {...fields} name="sinceRevision" />
        <SideField {...fields} name="revision" />
      </div>
      <p className="hint">{t('compared.revisionsHint')}</p>
      <div className="in-line">
        <ScopeFields {...fields} />
      </div>
      <div className="buttons">
        <button className="button second">{t('compared.compare')}</button>
      </div>
    </form>
  );
};

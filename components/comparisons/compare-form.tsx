import { errorOf, type ShownError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import { chapters, chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regions } from '#lib/convention/regions';
import type { Translate } from '#lib/text/i18n';
import type { ComparisonAsked } from '#lib/counting/summaries/compare-asked';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  asked: ComparisonAsked;
  errors: readonly ShownError[];
}>;

/** What is compared: two dates, two revisions, or two regional groups. */
export function CompareForm({ locale, t, action, asked, errors }: Props) {
  const text = (name: 'cutoff' | 'since' | 'revision' | 'sinceRevision') => (
    <TextField
      name={name}
      label={t(`compared.names.${name}`)}
      className="date"
      dir="ltr"
      inputMode={name.toLowerCase().includes('revision') ? 'numeric' : undefined}
      defaultValue={asked[name] ?? ''}
      error={errorOf(errors, name)}
    />
  );
  const groups = regions.map(({ region, name }) => ({ value: region, label: name[locale] }));
  return (
    <form method="get" action={action} noValidate>
      <div className="in-line">
        {text('since')}
        {text('cutoff')}
      </div>
      <p className="hint">{t('compared.datesHint')}</p>
      <div className="in-line">
        {text('sinceRevision')}
        {text('revision')}
      </div>
      <p className="hint">{t('compared.revisionsHint')}</p>
      <div className="in-line">
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
          options={chapters.map(({ chapter }) => ({
            value: chapter,
            label: `${chapter} · ${chapterTitle(chapter, locale)}`,
          }))}
          defaultValue={asked.chapters[0]}
          error={errorOf(errors, 'chapter')}
        />
      </div>
      <div className="buttons">
        <button className="button second">{t('compared.compare')}</button>
      </div>
    </form>
  );
}

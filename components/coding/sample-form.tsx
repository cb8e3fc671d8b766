import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import {
  samplingFrames,
  maxSeedLength,
  maxCoders,
  maxSampleSize,
} from '#lib/review/coding/vocabulary';
import { chapters, cycles } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regions } from '#lib/convention/regions';
import { textOf, type FormFields } from '#lib/http/form';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  /** The id of the sample that the form will draw: sent twice, it draws one. */
  id: string;
  form: FormFields;
  errors: readonly FormError[];
}>;

type Typed = (name: string, initial?: string) => Readonly<{ defaultValue: string; error?: string }>;
type FieldsProps = Pick<Props, 'locale' | 't'> & Readonly<{ typed: Typed }>;

/** The needs that the sample is drawn from. */
const PopulationFields = ({ locale, t, typed }: FieldsProps) => (
  <>
    <SelectField
      name="drawnFrom"
      label={t('secondCoding.drawnFrom')}
      options={samplingFrames.map((from) => ({
        value: from,
        label: t(`secondCoding.from.${from}`),
      }))}
      {...typed('drawnFrom', 'approved')}
    />
    <SelectField
      name="cycle"
      label={t('secondCoding.cycle')}
      options={cycles.map((cycle) => ({ value: String(cycle), label: t(`cycles.${cycle}`) }))}
      {...typed('cycle', '2')}
    />
    <SelectField
      name="chapter"
      label={t('secondCoding.chapter')}
      none={t('secondCoding.allChapters')}
      options={chapters.map(({ chapter, title }) => ({
        value: chapter,
        label: `${t('provisions.chapter', { chapter })} · ${title[locale]}`,
      }))}
      {...typed('chapter')}
    />
    <SelectField
      name="region"
      label={t('secondCoding.region')}
      none={t('summaries.allRegions')}
      options={regions.map(({ region, name }) => ({ value: region, label: name[locale] }))}
      {...typed('region')}
    />
  </>
);

/** How the sample is drawn, and how many reviewers code each need of it. */
const SamplingFields = ({ locale, t, typed }: FieldsProps) => (
  <>
    <TextField
      name="share"
      label={t('secondCoding.share')}
      hint={t('secondCoding.shareHint', { most: maxSampleSize })}
      className="short"
      inputMode="numeric"
      {...typed('share', '10')}
    />
    <TextField
      name="seed"
      label={t('secondCoding.seed')}
      hint={t('secondCoding.seedHint')}
      maxLength={maxSeedLength}
      dir="auto"
      {...typed('seed')}
    />
    <SelectField
      name="coders"
      label={t('secondCoding.coders')}
      hint={t('secondCoding.codersHint')}
      options={Array.from({ length: maxCoders }, (_, i) => ({
        value: String(i + 1),
        label: formatNumber(locale, i + 1),
      }))}
      {...typed('coders', '1')}
    />
    <TextField
      name="revision"
      label={t('secondCoding.revision')}
      hint={t('secondCoding.revisionHint')}
      optional={t('form.optional')}
      className="short"
      inputMode="numeric"
      {...typed('revision')}
    />
  </>
);

/** The manager's form to draw a sample of needs for second coding. */
export function SampleForm({ locale, t, by, id, form, errors }: Props) {
  const typed: Typed = (name, initial = '') => ({
    defaultValue: form[name] ? textOf(form, name) : initial,
    error: errorOf(errors, name),
  });
  return (
    <form method="post" action={`/${locale}/coding/draw`} className="narrow" noValidate>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="id" value={id} />
      <PopulationFields locale={locale} t={t} typed={typed} />
      <SamplingFields locale={locale} t={t} typed={typed} />
      <div className="buttons">
        <button className="button">{t('secondCoding.drawButton')}</button>
      </div>
    </form>
  );
}

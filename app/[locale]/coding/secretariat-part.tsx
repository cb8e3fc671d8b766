import { randomUUID } from 'node:crypto';
import { excerptOf } from '#components/coding/coding-cells';
import { SampleForm } from '#components/coding/sample-form';
import { SamplesTable } from '#components/coding/samples-table';
import type { FormError } from '#components/ui/error-summary';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { GuideExampleView } from '#lib/review/coding/guide-queries';
import type { SampleView } from '#lib/review/coding/sample-queries';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

type Common = Readonly<{ locale: Locale; t: Translate }>;

/** The samples drawn so far. */
export const Samples = ({ locale, t, samples }: Common & { samples: readonly SampleView[] }) => (
  <>
    <h2 id="samples">{t('secondCoding.samplesTitle')}</h2>
    {samples.length === 0 ? (
      <p>{t('secondCoding.noSamples')}</p>
    ) : (
      <SamplesTable locale={locale} t={t} samples={samples} />
    )}
  </>
);

type DrawProps = Common & Readonly<{ by: string; form: FormFields; errors: readonly FormError[] }>;

/** The manager's form to draw a sample. */
export const DrawSample = ({ locale, t, by, form, errors }: DrawProps) => (
  <>
    <h2>{t('secondCoding.draw')}</h2>
    <p className="hint">{t('secondCoding.drawLead')}</p>
    <SampleForm
      locale={locale}
      t={t}
      by={by}
      id={textOf(form, 'id') || randomUUID()}
      form={form}
      errors={errors}
    />
  </>
);

type ExamplesProps = Common & Readonly<{ by: string; examples: readonly GuideExampleView[] }>;

/** The examples in the coding guide, each with a button that removes it. */
export function Examples({ locale, t, by, examples }: ExamplesProps) {
  if (examples.length === 0) return null;
  return (
    <>
      <h2>{t('secondCoding.examplesTitle')}</h2>
      <ul className="codings">
        {examples.map(({ id, text, language }) => (
          <li key={id}>
            <span lang={language} dir={directionOf(language)}>
              {text}
            </span>
            <form method="post" action={`/${locale}/coding/examples/${id}/remove`}>
              <input type="hidden" name="by" value={by} />
              <button
                className="as-link"
                aria-label={t('secondCoding.removeWhat', { text: excerptOf(text) })}
              >
                {t('secondCoding.remove')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

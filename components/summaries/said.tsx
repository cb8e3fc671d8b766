import { errorOf, type ShownError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import { chapters, chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regionName, type Region } from '#lib/convention/regions';
import { today } from '#lib/dates';
import { formatDate } from '#lib/format';
import type { Translate } from '#lib/i18n';
import type { SummaryAsked } from '#lib/summaries/asked';

type Props = Readonly<{ locale: Locale; t: Translate; asked: SummaryAsked; region?: Region; /** A page of one article stays in its chapter. */ ofChapter?: boolean; action: string; revision: number; errors: readonly ShownError[] }>;

/** What is counted on this page, said as a sentence, with the form that changes it. */
export function Said({ locale, t, asked, region, ofChapter = false, action, revision, errors }: Props) {
  const values = { date: formatDate(locale, asked.cutoff ?? today()), cycle: String(asked.cycle) };
  return (
    <div className="said">
      {region ? t('summaries.saidRegion', { ...values, region: regionName(region, locale) }) : t('summaries.said', values)} <span className="note">{t('summaries.asOf', { revision })}</span>
      <details open={errors.length > 0}>
        <summary>{t('summaries.change')}</summary>
        <form method="get" action={action} className="in-line" noValidate>
          <TextField name="cutoff" label={t('summaries.cutoff')} hint={t('summaries.cutoffHint')} className="date" dir="ltr" defaultValue={asked.cutoff ?? ''} error={errorOf(errors, 'cutoff')} />
          {ofChapter ? <input type="hidden" name="chapter" value={asked.chapter} /> : <SelectField name="chapter" label={t('summaries.chapter')} options={chapters.map(({ chapter }) => ({ value: chapter, label: `${chapter} · ${chapterTitle(chapter, locale)}` }))} defaultValue={asked.chapter} error={errorOf(errors, 'chapter')} />}
          <div className="field"><button className="button second">{t('summaries.show')}</button></div>
        </form>
      </details>
    </div>
  );
}

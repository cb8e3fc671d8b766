import { StatusTag } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { RowOutcome } from '#lib/needs/imports/pipeline/row-plan';
import type { PlannedTranslation } from '#lib/needs/translations/plan';
import type { Translate } from '#lib/text/i18n';
import { writtenIn } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  to: Locale;
  plan: readonly PlannedTranslation[];
}>;

const marks: Readonly<Record<RowOutcome, string>> = {
  new: '+',
  changed: '✎',
  same: '=',
  wrong: '×',
};

/** The texts of a need in one language. */
const Texts = ({
  texts,
  language,
}: {
  texts: readonly (string | null)[];
  language: Locale | null;
}) =>
  texts
    .filter((text) => text !== null)
    .map((text) => (
      <p key={text} className="written" {...writtenIn(language)}>
        {text}
      </p>
    ));

/** What is wrong, or whether the original has changed since the file was written. */
const remarksOf = (t: Translate, { faults, isOutdated, outcome }: PlannedTranslation) =>
  outcome !== 'wrong' && outcome !== 'same' && isOutdated
    ? [t('needTranslations.willBeOutdated')]
    : faults.map((fault) => t(`needTranslations.faults.${fault}`));

function PlannedRow({ locale, t, to, row }: Omit<Props, 'plan'> & { row: PlannedTranslation }) {
  const { need, reference, before, outcome } = row;
  const named = <bdi>{reference || '–'}</bdi>;
  return (
    <tr>
      <th scope="row">{need ? <a href={`/${locale}/needs/${need.id}`}>{named}</a> : named}</th>
      <td className="words">
        <StatusTag
          code={outcome}
          mark={marks[outcome]}
          label={t(`needTranslations.outcomes.${outcome}`)}
        />
        {remarksOf(t, row).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </td>
      <td className="words text">
        {need ? <Texts texts={[need.text, need.quote]} language={need.language} /> : '–'}
      </td>
      <td className="words text">
        {before ? <Texts texts={[before.text, before.quote]} language={to} /> : '–'}
      </td>
      <td className="words text">
        <Texts texts={[row.text, row.quote]} language={to} />
      </td>
    </tr>
  );
}

/** Needs with faults stand first: they need work. */
const byFault = (a: PlannedTranslation, b: PlannedTranslation) =>
  Number(b.outcome === 'wrong') - Number(a.outcome === 'wrong') || a.line - b.line;

/** Need by need what a file of translations would do. */
export const TranslationsTable = ({ locale, t, to, plan }: Props) => (
  <div className="scroll">
    <table className="preview">
      <caption className="away">{t('needTranslations.previewCaption')}</caption>
      <thead>
        <tr>
          {(['need', 'outcome', 'original', 'before', 'after'] as const).map((head) => (
            <th key={head} scope="col" className="words">
              {t(`needTranslations.columns.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.toSorted(byFault).map((row) => (
          <PlannedRow key={row.line} {...{ locale, t, to, row }} />
        ))}
      </tbody>
    </table>
  </div>
);

import { ExampleForm } from '#components/coding/example-form';
import { SettleForm } from '#components/coding/settle-form';
import { Notice } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { FormResult } from '#lib/http/form-result';
import { checkTransition } from '#lib/needs/model/transitions';
import type { NeedView, Vocabulary } from '#lib/needs/store/queries';
import type { Difference } from '#lib/review/coding/difference-queries';
import type { GuideExampleView } from '#lib/review/coding/guide-queries';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Common = Readonly<{ locale: Locale; t: Translate; actor: Actor; difference: Difference }>;

/** How the actor can change the coding of the need itself, which a settlement leaves as it is. */
function RecodeLink({ locale, t, actor, need }: Omit<Common, 'difference'> & { need?: NeedView }) {
  if (need && checkTransition(actor, 'recode', need) === 'allowed')
    return <a href={`/${locale}/needs/${need.id}/recoding`}>{t('secondCoding.mayRecode')}</a>;
  if (need && checkTransition(actor, 'reopen', need) === 'allowed')
    return <a href={`/${locale}/needs/${need.id}`}>{t('secondCoding.mayReopen')}</a>;
  return t('secondCoding.othersMay');
}

/** Who settled the difference, and why. */
export function Settlement({ locale, t, actor, difference, need }: Common & { need?: NeedView }) {
  const { settlement } = difference;
  if (!settlement) return null;
  const { by: name, at, reason } = settlement;
  return (
    <>
      <Notice kind="ok">
        <p>{t('secondCoding.settledBy', { name, at: formatInstant(locale, at) })}</p>
        <p className="written" dir="auto">
          {reason}
        </p>
      </Notice>
      <p>
        {t('secondCoding.keepsCoding')}{' '}
        <RecodeLink locale={locale} t={t} actor={actor} need={need} />
      </p>
    </>
  );
}

type SettleProps = Common & Readonly<{ vocabulary: Vocabulary; answer: FormResult }>;

/** The form that settles the difference. */
export const Settle = ({ locale, t, actor, difference, vocabulary, answer }: SettleProps) => (
  <>
    <h2>{t('secondCoding.settle')}</h2>
    <SettleForm
      locale={locale}
      t={t}
      by={actor.accountId!}
      difference={difference}
      vocabulary={vocabulary}
      form={answer.form}
      errors={answer.errors}
    />
  </>
);

type CopyProps = Common & Readonly<{ example?: GuideExampleView; answer: FormResult }>;

/** The example in the guide, the form that makes one, or why none can be made. */
function Example({ locale, t, actor, difference, example, answer }: CopyProps) {
  if (example) {
    const anchor = example.subcategory ?? example.category;
    return (
      <p>
        {t('secondCoding.copied')}{' '}
        <a href={`/${locale}/guide#${anchor}`}>{t('coding.guide.title')}</a>
      </p>
    );
  }
  if (!difference.published) return <p>{t('secondCoding.unpublished')}</p>;
  return (
    <ExampleForm
      locale={locale}
      t={t}
      by={actor.accountId!}
      difference={difference}
      form={answer.form}
      errors={answer.errors}
    />
  );
}

/** Copies a settled need into the coding guide. */
export const CopyToGuide = (props: CopyProps) => (
  <>
    <h2>{props.t('secondCoding.copy')}</h2>
    <Example {...props} />
  </>
);

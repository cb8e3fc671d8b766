import { NeedDifference } from '#components/needs/need-difference';
import { SelectField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import type { NeedView } from '#lib/needs/store/queries';
import type { Translate } from '#lib/text/i18n';
import type { LoadedHistory } from './load-history';

type Props = Readonly<{ locale: Locale; t: Translate; need: NeedView; history: LoadedHistory }>;

/** Chooses the two versions to compare. */
function ChooseVersions({ locale, t, need, history: { from, to } }: Props) {
  const options = Array.from({ length: need.version }, (_, i) => need.version - i).map(
    (version) => ({ value: String(version), label: t('history.version', { version }) }),
  );
  return (
    <form
      method="get"
      action={`/${locale}/needs/${need.id}/history`}
      aria-label={t('history.choose')}
    >
      <div className="in-line">
        <SelectField
          name="from"
          label={t('history.from')}
          options={options}
          defaultValue={String(from ?? need.version - 1)}
        />
        <SelectField
          name="to"
          label={t('history.to')}
          options={options}
          defaultValue={String(to ?? need.version)}
        />
        <button className="button second">{t('history.compare')}</button>
      </div>
    </form>
  );
}

/** The form to compare two versions, and their differences once they are chosen. */
export function Comparison(props: Props) {
  const { t, need, history } = props;
  const { from, to, compared } = history;
  return (
    <>
      {need.version > 1 ? <ChooseVersions {...props} /> : null}
      {compared ? (
        <section aria-labelledby="compared" className="said">
          <h2 id="compared">{t('history.compared', { from: from!, to: to! })}</h2>
          {compared.length > 0 ? (
            <NeedDifference t={t} differences={compared} />
          ) : (
            <p>{t('history.noDifference')}</p>
          )}
        </section>
      ) : null}
    </>
  );
}

import { HiddenFields } from '#components/notes/hidden-fields';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup } from '#components/ui/field';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  notePath: string;
  by: string;
  version: number;
  errors: readonly FormError[];
  /** Whether some checks only have to be looked at: the reader confirms that they did. */
  needsConfirmation: boolean;
}>;

/** Freezes an edition. */
export const FreezeForm = ({ t, notePath, by, version, errors, needsConfirmation }: Props) => (
  <form method="post" action={`${notePath}/freeze`} noValidate>
    <HiddenFields by={by} version={version} />
    <p className="prose">{t('notes.checks.freezeLead')}</p>
    {needsConfirmation ? (
      <ChoiceGroup name="seen" label={t('notes.checks.look')} error={errorOf(errors, 'seen')}>
        <Choice kind="checkbox" name="seen" id="seen" value="yes" label={t('notes.checks.seen')} />
      </ChoiceGroup>
    ) : null}
    <div className="buttons">
      <button className="button">{t('notes.checks.freeze')}</button>
    </div>
  </form>
);

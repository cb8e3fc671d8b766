import { BindForm } from '#components/notes/bind-form';
import { BoundTable, ClaimsTable } from '#components/notes/bound-tables';
import { ClaimForm } from '#components/notes/claim-form';
import type { FormError } from '#components/ui/error-summary';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import type { BlockView } from './read-block';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  block: BlockView;
  blockPath: string;
  by: string;
  changes: boolean;
  /** The form that was just sent, as the last part of its address. */
  verb?: string;
  /** What was typed into a form and what is wrong with it, if it was the one just sent. */
  formOf: (name: string) => { form: FormFields; errors: readonly FormError[] };
}>;

/** The values and claims of a block, with the forms that add more. */
export function BlockBindings({ block, verb, formOf, changes, ...props }: Props) {
  const { t, blockPath } = props;
  const common = { ...props, choices: block.choices, version: block.stored.version };
  return (
    <>
      <h2 id="name">{t('notes.block.values')}</h2>
      <BoundTable {...common} changes={changes} rows={block.values} />
      {changes ? (
        <BindForm
          {...common}
          {...formOf('bind')}
          prefix="bind-"
          action={`${blockPath}/bind`}
          isOpen={verb === 'bind'}
        />
      ) : null}
      <h2>{t('notes.block.claims')}</h2>
      <ClaimsTable {...common} changes={changes} rows={block.claims} />
      {changes ? (
        <ClaimForm
          {...common}
          {...formOf('claim')}
          prefix="claim-"
          action={`${blockPath}/claim`}
          isOpen={verb === 'claim'}
        />
      ) : null}
    </>
  );
}

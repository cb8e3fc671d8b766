import { TextArea, TextField } from '#components/ui/field';
import type { Translate } from '#lib/text/i18n';

/** A name that is not the name of a State, and the States that it is likely to mean. */
export type Unfound = Readonly<{ name: string; likely: string }>;
type Props = Readonly<{
  t: Translate;
  name: string;
  label: string;
  defaultValue: string;
  error?: string;
  unfound: readonly Unfound[];
  one?: true;
  optional?: string;
}>;

/**
 * States, one a line. A name that no State has is never guessed: the error offers the likely States.
 */
export function StatesField({ t, unfound, one, error, ...field }: Props) {
  const suggestions = unfound.map(({ name, likely }) =>
    likely ? t('assistance.didYouMean', { name, likely }) : t('assistance.noState', { name }),
  );
  const common = {
    ...field,
    hint: t('assistance.hints.states'),
    error: error && [error, ...suggestions].join(' · '),
    dir: 'auto' as const,
  };
  return one ? <TextField {...common} /> : <TextArea {...common} rows={5} />;
}

import { TextArea, TextField } from '#components/ui/field';
import type { Translate } from '#lib/text/i18n';

/** A name that is no State's, and which States are likely meant. */
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
 * States, one a line. What is written otherwise than any name is never guessed: the likely ones are
 * offered beside it.
 */
export function StatesField({ t, unfound, one, error, ...field }: Props) {
  const said = unfound.map(({ name, likely }) =>
    likely ? t('assistance.didYouMean', { name, likely }) : t('assistance.noState', { name }),
  );
  const given = {
    ...field,
    hint: t('assistance.hints.states'),
    error: error && [error, ...said].join(' · '),
    dir: 'auto' as const,
  };
  return one ? <TextField {...given} /> : <TextArea {...given} rows={5} />;
}

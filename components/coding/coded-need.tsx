import { OriginalText } from '#components/needs/need-facts';
import type { Fact } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import { writtenIn } from '#lib/text/languages';

type Need = Readonly<{ text: string; language: Locale | null; quote: string | null }>;

/** Returns what coders read of a need: its text and the passage that it quotes. */
export function textFacts(t: Translate, { text, language, quote }: Need): Fact[] {
  const textFact = {
    term: t('needs.text'),
    value: <OriginalText text={text} language={language} />,
  };
  if (!quote) return [textFact];
  const quoteFact = {
    term: t('needs.quote'),
    value: (
      <blockquote className="written" {...writtenIn(language)}>
        {quote}
      </blockquote>
    ),
  };
  return [textFact, quoteFact];
}

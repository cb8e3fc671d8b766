import { describe, expect, it } from 'vitest';
import type { BlockContent, BoundValue } from '#lib/notes/model/vocabulary';
import { presentRules } from '#lib/notes/model/edition';
import { wordingOf } from '#lib/notes/text/wording';
import { renderPlaceholder, type RenderContext } from '#lib/notes/text/render-placeholder';
import { translator } from '#lib/text/i18n';

const saying: RenderContext = {
  locale: 'en',
  t: translator('en'),
  wording: wordingOf(presentRules, 'en'),
  cycle: 1,
  termName: (code) => code,
  stateNames: (codes) => codes,
  themeName: (code) => code,
  describedActivity: () => '',
  fact: () => null,
  reference: () => null,
  footnote: () => null,
  href: () => undefined,
};
const ranking = { kind: 'ranking', over: 'region', in: {}, say: 'share' } as unknown as BoundValue;

/** What a ranking of regions by their shares reads as. */
function said(items: readonly Readonly<{ code: string; n: number }>[], of: number): string {
  const content = { values: { regions: ranking } } as unknown as BlockContent;
  const block = { key: 'block', content, results: { regions: { items, of } }, claimResults: {} };
  const runs = renderPlaceholder(saying, block as never, 'regions');
  return runs.map(({ text }) => text).join('');
}

describe('the share of a member in a sentence', () => {
  it('is rounded half up, as everywhere', () => {
    expect(said([{ code: 'AFR', n: 1 }], 8)).toContain('13');
    expect(said([{ code: 'AFR', n: 1 }], 200)).toContain('1');
    expect(said([{ code: 'AFR', n: 1 }], 201)).toContain('0');
  });

  it('is an en dash where there is nothing to be a share of', () => {
    const text = said([{ code: 'AFR', n: 0 }], 0);
    expect(text).toContain('–');
    expect(text).not.toContain('0');
  });
});

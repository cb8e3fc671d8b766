import { bar, type Bar } from '#components/summaries/figures/bars';
import { Figure } from '#components/summaries/figures/figure';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import { NamedSentence } from '#components/summaries/sentences';
import type { NameOf, Shown } from '#components/summaries/shown';
import { regionHeads, Table } from '#components/summaries/table';
import { formatNumber, formatPercent } from '#lib/text/format';

/** The needs that bear on the cross-cutting issues, and the States that have such needs. */
export function Tags({ nameOf, ...shown }: Shown & { nameOf: NameOf }) {
  const {
    locale,
    t,
    opens,
    count: { tags, totals },
  } = shown;
  const rows = tags.map(({ tag, needs, states, share: { percent }, byRegion }) => {
    const bars: Bar[] = [
      {
        n: needs,
        parts: byRegion.map(({ region, needs: n }) => ({
          fill: region,
          n,
          href: opens?.('needs', { tag, region }),
        })),
        value: formatNumber(locale, needs),
        note: `· ${formatPercent(locale, percent)}`,
      },
      bar('plain', states, formatNumber(locale, states), {
        thin: true,
        note: t('figures.states', { count: states }),
        href: opens?.('states', { tag }),
      }),
    ];
    return { key: tag, label: nameOf(tag), bars };
  });
  const heads = [
    t('summaries.tag'),
    ...regionHeads(locale),
    t('summaries.needsColumn'),
    t('summaries.shareOfNeeds'),
    t('summaries.statesColumn'),
  ];
  return (
    <Figure
      {...shown}
      id="tags"
      caption={t('figures.tags')}
      rules={[t('figures.statesRule'), t('figures.tagsRule', { count: totals.needs })]}
      rows={rows}
      most={Math.max(0, ...tags.map(({ needs }) => needs))}
      divided
    >
      <Table labelledBy="tags-caption" heads={heads}>
        {tags.map(({ tag, needs, states, share, byRegion }) => (
          <tr key={tag}>
            <th scope="row">{nameOf(tag)}</th>
            {byRegion.map(({ region, needs: n }) => (
              <NumberCell
                key={region}
                locale={locale}
                n={n}
                href={opens?.('needs', { tag, region })}
              />
            ))}
            <NumberCell locale={locale} n={needs} href={opens?.('needs', { tag })} sum />
            <ShareCell locale={locale} share={share} />
            <NumberCell locale={locale} n={states} href={opens?.('states', { tag })} />
          </tr>
        ))}
      </Table>
      <NamedSentence
        {...shown}
        kind="tag"
        items={tags.map(({ tag, needs }) => ({ key: tag, n: needs }))}
        nameOf={nameOf}
      />
    </Figure>
  );
}

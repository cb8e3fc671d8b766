import { describe, expect, it } from 'vitest';
import { regionColour } from '#lib/documents/figures/figure';
import { hatching } from '#lib/documents/figures/hatching';
import { wrapLabel, textWidth } from '#lib/text/wrap-label';

describe('what a figure is made of', () => {
  it.each(['APG', 'EEG', 'GRULAC', 'WEOG'] as const)(
    'the hatching of %s stays inside its bar',
    (region) => {
      for (const width of [0, 1.5, 4, 13, 200]) {
        for (const [, x, y, command, more] of hatching(regionColour(region), {
          x: 10,
          y: 20,
          width,
          height: 14,
        }).matchAll(/M([\d.]+) ([\d.]+)([lhv])([-\d. ]+)/g)) {
          const [a = 0, b = 0] = more!.split(' ').map(Number);
          const [dx, dy] = command === 'l' ? [a, b] : command === 'h' ? [a, 0] : [0, a];
          for (const [at, from, to] of [
            [Number(x), 10, 10 + width],
            [Number(x) + dx, 10, 10 + width],
            [Number(y), 20, 34],
            [Number(y) + dy, 20, 34],
          ] as const) {
            expect(at).toBeGreaterThanOrEqual(from - 0.11);
            expect(at).toBeLessThanOrEqual(to + 0.11);
          }
        }
      }
      expect(hatching(regionColour(region), { x: 0, y: 0, width: 30, height: 14 })).not.toBe('');
    },
  );

  it('long labels break between words, Chinese ones anywhere but before a stop', () => {
    expect(wrapLabel('Measures relating to the judiciary and prosecution services', 360)).toEqual([
      'Measures relating to the judiciary and',
      'prosecution services',
    ]);
    const lines = wrapLabel(
      '建立机构、办事处、技术平台和框架、战略、行动计划和交流计划等架构',
      200,
    );
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      expect([/^[、，]/.test(line), textWidth(line) <= 214]).toEqual([false, true]);
  });
});

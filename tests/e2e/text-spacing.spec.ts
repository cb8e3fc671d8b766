import { locales } from '#lib/convention/names';
import { campaign } from '#tests/support/run/campaign';
import { emails } from '#tests/support/pages/samples';
import { expect, test } from '#tests/support/pages/fixture';
import { signedIn } from '#tests/support/pages/sign-in';

/** The spacing that readers may set (WCAG 2.2, 1.4.12). */
const textSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;

/** The labels that run out of their drawing by more than a pixel. */
const labelsOutside = () =>
  [...document.querySelectorAll('svg.chart')].flatMap((chart) => {
    const frame = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('text')]
      .filter((label) => {
        const box = label.getBoundingClientRect();
        return (
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          // The box of a letter is taller than the letter, above all in Arabic.
          (box.top + box.bottom) / 2 < frame.top ||
          (box.top + box.bottom) / 2 > frame.bottom
        );
      })
      .map((label) => label.textContent);
  });

test('the labels of all figures stay in their drawings with the text spacing of readers', async ({
  visit,
  untouched,
}) => {
  const page = await visit({ bypassCSP: true });
  await signedIn(page, untouched.url, { email: emails.manager });
  const paths = [
    '',
    '/regions/AFR',
    '/articles/5',
    '/categories/policymaking',
    '/types',
    '/trends',
  ];
  // Russian has the longest words, Arabic is mirrored and has the tallest letters.
  for (const locale of campaign ? locales : (['ar', 'ru'] as const))
    for (const path of paths) {
      await page.goto(`${untouched.url}/${locale}/summaries${path}`);
      expect(await page.evaluate(labelsOutside), `${locale}${path} as it is`).toEqual([]);
      await page.addStyleTag({ content: textSpacing });
      expect(await page.evaluate(labelsOutside), `${locale}${path} spaced`).toEqual([]);
    }
});

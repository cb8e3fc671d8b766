import { expect, test } from '#tests/support/pages/fixture';
import { campaign } from '#tests/support/run/campaign';
import { emailOf, type Reader } from '#tests/support/pages/by-role';
import { emails } from '#tests/support/pages/samples';
import { enterDraft, needFields, sender, type Sender } from '#tests/support/pages/raw-requests';

/** How many links of one shape are followed from each kind of page: the others lead to its like. */
const ofOneShape = campaign ? 12 : 1;

/** As many pages as one client is answered at a time. */
const atOnce = 3;

const shapeOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/=[^&]*/g, '=')
    .replace(/\/blocks\/[^/?]+/, '/blocks/NAME')
    .replace(/\d+/g, 'N');

/** The addresses within the register that a page links to, without files to be made. */
const linksOn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/en[^"#]*)/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((href) => !/\/(export|documents|template|files|figures\/[^/]+\/)/.test(href));

async function deadLinks(person: Sender, paths: readonly string[]): Promise<string[]> {
  const ofShape = new Map<string, Set<string>>();
  const answers = new Map<string, Promise<number>>();
  const dead: string[] = [];
  /** The status of an address, which is asked for once, however many pages link to it. */
  const statusOf = (href: string) => {
    if (!answers.has(href))
      answers.set(
        href,
        person.get(href).then(({ status }) => status),
      );
    return answers.get(href)!;
  };
  const follow = async (path: string, href: string) => {
    const status = await statusOf(href);
    if (status >= 400) dead.push(`${path} → ${href}: ${status}`);
  };
  for (const path of paths) {
    const { text, status } = await person.get(`/en${path}`);
    if (status !== 200) continue;
    const followed = linksOn(text).filter((href) => {
      const shape = `${shapeOf(path)} → ${shapeOf(href)}`;
      const seen = ofShape.get(shape) ?? new Set<string>();
      ofShape.set(shape, seen);
      if (seen.has(href) || seen.size >= ofOneShape) return false;
      seen.add(href);
      return true;
    });
    for (let at = 0; at < followed.length; at += atOnce)
      await Promise.all(followed.slice(at, at + atOnce).map((href) => follow(path, href)));
  }
  return dead;
}

test('no link of any page leads to a page that its reader cannot open', async ({
  looked: { url, pages },
}) => {
  const focal = await sender(url, emails.focal);
  await enterDraft(focal, needFields('A draft, which no reviewer may open.'));
  const dead: string[] = [];
  for (const reader of Object.keys(pages) as Reader[]) {
    const person = await sender(url, emailOf(reader) || undefined);
    const review = pages.focal.find((path) => /^\/reviews\/[0-9a-f-]{36}$/.test(path))!;
    const paths = [...pages[reader], review, `${review}/checklist`];
    dead.push(...(await deadLinks(person, paths)).map((each) => `${reader}: ${each}`));
  }
  expect(dead).toEqual([]);
});

test('a page that does not open offers signing in, alike whether it exists or not', async ({
  shared,
}) => {
  const focal = await sender(shared.url, emails.focal);
  const id = await enterDraft(focal, needFields('A draft.'));
  const anybody = await sender(shared.url);
  const texts: string[] = [];
  for (const path of [`/en/needs/${id}`, `/en/needs/${crypto.randomUUID()}`, '/en/no/such/page']) {
    const { status, text } = await anybody.get(path);
    expect(status).toBe(404);
    expect(text).toContain(`/en/accounts/sign-in?next=${encodeURIComponent(path)}`);
    texts.push(text.replaceAll(path, '…').replaceAll(encodeURIComponent(path), '…'));
  }
  expect(new Set(texts.map((text) => /<main[^]*<\/main>/.exec(text)![0])).size).toBe(1);
  expect((await focal.get('/en/no/such/page')).text).not.toContain('accounts/sign-in');
});

import 'server-only';
import type { BindingChoices } from '#components/notes/binding-fields';
import type { BoundRow, ClaimRow } from '#components/notes/bound-tables';
import type { Actor } from '#lib/base/actor';
import { articlesOfChapter } from '#lib/convention/articles';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import { translator, type Translate } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { themeCodes, themeName } from '#lib/notes/assistance';
import { readBlocks } from '#lib/notes/assemble';
import { claimWords, wordsOf } from '#lib/notes/definitions';
import { holds, shownIn } from '#lib/notes/model/evaluate';
import { withMaterial } from '#lib/notes/finish';
import { argumentsOf, claimsOf, readMessage } from '#lib/notes/message';
import { acceptedOf, commentsOf, versionsOfBlock, type EditionSeen } from '#lib/notes/queries';
import { placeholderRuns } from '#lib/notes/placeholders';
import { withoutVariants } from '#lib/notes/say';
import { placeName } from '../../place-name';

/** Numbers that can be held; a list or a name follows the register or is written anew. */
const holdable = ['count', 'share', 'previous', 'assistance', 'place'];

/**
 * All that the page of a block shows, at one revision of the register; null where there is no such
 * block.
 */
export async function readBlock(
  actor: Actor,
  seen: EditionSeen,
  key: string,
  language: Locale,
  locale: Locale,
  t: Translate,
) {
  const { edition } = seen;
  const words = await vocabulary(actor);
  const accepted = await acceptedOf(actor, edition.id);
  const comments = (await commentsOf(actor, edition.id)).filter(
    (comment) => comment.key === key && comment.resolvedAt === null,
  );
  const versions = await versionsOfBlock(actor, edition.id, key);
  const option = ({ code, names }: (typeof words.topics)[number]) => ({
    value: code,
    label: names[locale],
  });
  return withMaterial(actor, seen, (material) => {
    const block = material.blocks.find((each) => each.key === key);
    if (!block) return null;
    const { read, footnotes, saying } = readBlocks(material, language, translator(language));
    const shownBlock = read.find((each) => each.block.key === key);
    const { values, claims, texts, held = {} } = block.content;
    const messages = Object.values(texts).map(({ text }) => readMessage(text));
    const named = new Set(
      messages.flatMap((message) =>
        message ? [...argumentsOf(message), ...claimsOf(message)] : [],
      ),
    );
    const defining = {
      locale,
      t,
      termName: (code: string) => material.names.term(code, locale),
      previousCutoff: edition.previousCutoff,
      themeName: (code: string) => themeName(code, locale),
    };
    const said = {
      key,
      content: block.content,
      shown: shownIn(block.content, material.reading),
      holds: {},
    };
    const number = (n: number | null | undefined) =>
      n === null || n === undefined ? null : formatNumber(locale, n);
    const rows = Object.entries(values).map(([name, value]): BoundRow => ({
      name,
      stands:
        wordsOf(defining, value)?.definition ??
        t(
          `notes.block.kinds.${value.kind === 'groups' || value.kind === 'theme' || value.kind === 'footnote' ? 'name' : value.kind}`,
        ),
      now: placeholderRuns({ ...saying, footnote: () => null }, said, name),
      accepted: holdable.includes(value.kind)
        ? number(accepted.get(key)?.shown[name]?.number)
        : null,
      held: held[name]
        ? { number: formatNumber(locale, held[name].number), reason: held[name].reason }
        : null,
      free: !named.has(name),
    }));
    const claimRows = Object.entries(claims).map(([name, claim]): ClaimRow => ({
      name,
      stands: claimWords(defining, claim),
      holds: holds(claim, material.reading),
      free: !named.has(name),
    }));
    const matrix = material.reading.ask({}, 'now').matrices.find(({ region }) => region === null)!;
    const choices: BindingChoices = {
      subcategories: words.subcategories.map(option),
      topics: words.topics.map(option),
      types: words.types.map(option),
      tags: words.tags.map(option),
      articles: edition.chapters.flatMap((chapter) => articlesOfChapter(chapter).map(String)),
      rows: matrix.rows.map(({ articles }) => articles).filter((row) => !/^\d+$/.test(row)),
      blocks: read
        .filter(({ block: { kind } }) => kind !== 'summary' && kind !== 'item')
        .map(({ block: each, number: at }) => ({
          value: each.key,
          label: placeName(t, each.kind, at),
        })),
      themes: themeCodes.map((code) => ({ value: code, label: themeName(code, locale) })),
    };
    const message = readMessage(texts[language]?.text ?? '');
    const plain = message ? withoutVariants(saying, said, message).trim() : '';
    return {
      block,
      plain,
      number: shownBlock?.number ?? '',
      runs: shownBlock?.runs ?? footnotes.find((each) => each.key === key)?.runs ?? null,
      values: rows,
      claims: claimRows,
      choices,
      comments,
      versions,
    };
  });
}

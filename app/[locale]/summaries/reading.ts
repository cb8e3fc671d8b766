import { currentActor } from '#lib/auth';
import type { Actor } from '#lib/actor';
import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { environment } from '#lib/env';
import { translator } from '#lib/i18n';
import { vocabulary } from '#lib/needs/queries';
import { summaryAsked, summaryQuery } from '#lib/summaries/asked';
import { summary } from '#lib/summaries/queries';
import { barScale } from './bar-scale';

export type SummaryParams<P = object> = Readonly<{ params: Promise<{ locale: Locale } & P>; searchParams: Promise<Record<string, string | string[] | undefined>> }>;

type Narrowed = Readonly<{ region?: Region; ofArticle?: Chapter }>;

/** What a summary page shows: everything from one count, as far as its reader sees it. Null where the register is closed to the reader. */
export async function readSummary(locale: Locale, searchParams: SummaryParams['searchParams'], { region, ofArticle }: Narrowed = {}) {
  const t = translator(locale);
  const actor = await currentActor();
  if (actor.role === 'public' && !environment().open) return null;
  const { asked, faults } = summaryAsked(await searchParams, ofArticle);
  const errors = faults.map(({ name, value }) => ({ field: name, text: t('errors.unknownFilter', { value: value.slice(0, 40), name: t(`summaries.${name}`) }) }));
  const count = await summary(actor, { cycle: asked.cycle, chapters: [asked.chapter], cutoff: asked.cutoff, regions: region ? [region] : [] });
  return { locale, actor, asked, errors, region, shown: { locale, t, count, chapter: asked.chapter, query: summaryQuery(asked), scale: barScale } };
}

export type Reading = NonNullable<Awaited<ReturnType<typeof readSummary>>>;

/** The names of the codes of the vocabulary; a code that is in force no more stands for itself. */
export async function namesOf(actor: Actor, locale: Locale) {
  const { subcategories, topics, types, tags } = await vocabulary(actor);
  const naming = (terms: typeof topics) => {
    const names = new Map(terms.map((term) => [term.code, term.names[locale]]));
    return (code: string) => names.get(code) ?? code;
  };
  return { subcategory: naming(subcategories), topic: naming(topics), type: naming(types), tag: naming(tags) };
}

import type { Category } from '#lib/convention/categories';
import type { Region } from '#lib/convention/regions';
import type { Claim, NeedStatus } from '#lib/needs/fulfilment/vocabulary';
import type { ByCategory } from '#lib/counting/count/region-category-counts';
import type { Share } from '#lib/counting/figures/figures';

export type ByRegion = readonly Readonly<{ region: Region; needs: number; states: number }>[];
export type Matrix = Readonly<{
  /** Null: all regions. */
  region: Region | null;
  rows: readonly Readonly<{ articles: string; cells: ByCategory; total: number; share: Share }>[];
  columns: ByCategory;
  total: number;
}>;
export type Count = Readonly<{
  revision: number;
  totals: Readonly<{
    summaries: number;
    statesWithNeeds: number;
    needs: number;
    shareOfStates: Share;
  }>;
  regions: readonly Readonly<{
    region: Region;
    summaries: number;
    statesWithNeeds: number;
    needs: number;
    shareOfNeeds: Share;
    shareOfStates: Share;
  }>[];
  categories: readonly Readonly<{
    category: Category;
    needs: number;
    states: number;
    share: Share;
    byRegion: readonly Readonly<{ region: Region; needs: number; share: Share }>[];
    subcategories: readonly Readonly<{ subcategory: string; needs: number; share: Share }>[];
  }>[];
  articles: readonly Readonly<{
    article: string;
    needs: number;
    states: number;
    byCategory: ByCategory;
    byRegion: ByRegion;
    /** For figure 10; not part of the API response. */
    cells: readonly Readonly<{ region: Region; byCategory: ByCategory }>[];
  }>[];
  /** One for each region, and a last one for all. */
  matrices: readonly Matrix[];
  types: readonly Readonly<{
    region: Region | null;
    mentions: number;
    types: readonly Readonly<{ type: string; mentions: number; share: Share }>[];
  }>[];
  tags: readonly Readonly<{
    tag: string;
    needs: number;
    states: number;
    share: Share;
    byRegion: ByRegion;
    byCategory: ByCategory;
    byArticle: readonly Readonly<{ article: string; needs: number; share: Share }>[];
  }>[];
  topics: readonly Readonly<{
    topic: string;
    needs: number;
    states: number;
    share: Share;
    byCategory: ByCategory;
    byRegion: ByRegion;
  }>[];
  /** Every need has one of the four statuses, so they add up to all needs. */
  statuses: readonly Readonly<{
    status: NeedStatus;
    needs: number;
    states: number;
    share: Share;
    byRegion: ByRegion;
    byCategory: ByCategory;
    byArticle: readonly Readonly<{
      article: string;
      needs: number;
      byRegion: readonly Readonly<{ region: Region; needs: number }>[];
    }>[];
  }>[];
  /**
   * The needs by what their State says of the claimed assistance. A need may count under several
   * claims.
   */
  claims: readonly Readonly<{
    claim: Claim;
    needs: number;
    byRegion: readonly Readonly<{ region: Region; needs: number }>[];
  }>[];
}>;

import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { approveNeed, enterNeed, submitNeed } from '#lib/needs/entry/commands';
import type { NeedFields } from '#lib/needs/model/schema';
import { valueOf } from '#tests/support/factories/outcomes';

/** A need as a command answers and takes it: its id and the version seen. */
export type Seen = Readonly<{ id: string; version: number }>;

/** What the form sends for a need that can be submitted as it is. */
export const completeFields: NeedFields = {
  chapter: 'II',
  articles: ['5'],
  category: 'capacity-building',
  subcategory: 'cb-training',
  topics: [],
  types: ['staff-training'],
  tags: [],
  targetGroups: ['officials'],
  priority: '1',
  text: 'Training of procurement officers.',
  language: 'en',
  quote: '',
  paragraph: '',
  page: '',
};

export const draft = async (
  by: Actor,
  review: { id: string },
  fields: Partial<NeedFields> = {},
): Promise<Seen> =>
  valueOf(
    await enterNeed(by, {
      id: randomUUID(),
      reviewId: review.id,
      fields: { ...completeFields, ...fields },
    }),
  );

export const submitted = async (
  by: Actor,
  review: { id: string },
  fields: Partial<NeedFields> = {},
): Promise<Seen> => valueOf(await submitNeed(by, await draft(by, review, fields)));

export const approved = async (
  by: Actor,
  approver: Actor,
  review: { id: string },
  fields: Partial<NeedFields> = {},
): Promise<Seen> => valueOf(await approveNeed(approver, await submitted(by, review, fields)));

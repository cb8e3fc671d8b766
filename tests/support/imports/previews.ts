import type { Actor } from '#lib/base/actor';
import {
  confirmPreview,
  previewById,
  previewFile,
  type NeedsPreview,
} from '#lib/needs/imports/needs/previews';
import { valueOf } from '#tests/support/factories/outcomes';

type Into = Readonly<{ id: string }>;
const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** Sends a file as the page does. */
export const sending = (
  actor: Actor,
  { id }: Into,
  content: string | Uint8Array,
  name = 'needs.csv',
) => previewFile(actor, { reviewId: id, name, content: bytes(content) });

/** What the page would show of a file that it takes. */
export async function previewed(
  actor: Actor,
  review: Into,
  content: string | Uint8Array,
): Promise<NeedsPreview> {
  const { id } = valueOf(await sending(actor, review, content));
  return valueOf(await previewById(actor, { id, reviewId: review.id }));
}

/** Row by row: the line, what happens, and the column and key of each fault. */
export const courseOf = ({ plan }: NeedsPreview) =>
  plan.map(({ line, outcome, faults }) =>
    [line, outcome, ...faults.map(({ column, key }) => (column ? `${column}: ${key}` : key))].join(
      ' ',
    ),
  );

export const confirming = (actor: Actor, { id, review, fingerprint }: NeedsPreview) =>
  confirmPreview(actor, { id, reviewId: review.id, fingerprint });

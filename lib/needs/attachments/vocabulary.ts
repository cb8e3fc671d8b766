import type { Unread } from '#lib/files/limits';

export const attachmentKinds = ['summary', 'nomination'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What could not be read of an attachment, page by page. */
export type UnreadParts = readonly Unread[];

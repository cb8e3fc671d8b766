export const attachmentKinds = ['summary', 'nomination'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** The largest file that may be attached, in bytes. */
export const largestAttachment = 20 * 1024 * 1024;

export const attachmentKinds = ['summary', 'nomination'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

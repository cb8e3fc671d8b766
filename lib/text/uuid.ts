const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is written as the register writes an id: a UUID in small letters, alone. */
export const isUuid = (text: string): boolean => uuid.test(text);

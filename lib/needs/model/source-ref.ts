import { foldText } from '#lib/text/folding';

/** By this key refs are compared: written otherwise, a ref is still the same one. */
export const refKey = (ref: string): string => foldText(ref);

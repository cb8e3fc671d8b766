import * as z from 'zod/mini';

z.config({ jitless: true });

export const endSessionSchema = z.object({ session: z.string().check(z.maxLength(64)) });

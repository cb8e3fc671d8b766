import * as z from 'zod/mini';
import { emailField, nameField } from '#lib/people/accounts/schema';

z.config({ jitless: true });

export const contributorSchema = z.object({ email: emailField, name: nameField });
export const accountIdSchema = z.object({ accountId: z.string().check(z.maxLength(36)) });

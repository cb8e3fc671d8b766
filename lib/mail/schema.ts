import * as z from 'zod/mini';
import { mailPreferences } from '#lib/accounts/vocabulary';

z.config({ jitless: true });

export const mailPreferenceSchema = z.object({ mail: z.enum(mailPreferences, 'chooseMail') });

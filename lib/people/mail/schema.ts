import * as z from 'zod/mini';
import { mailPreferences } from '#lib/base/roles';

z.config({ jitless: true });

export const mailPreferenceSchema = z.object({ mail: z.enum(mailPreferences, 'chooseMail') });

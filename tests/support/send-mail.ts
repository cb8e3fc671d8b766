import { closeDatabase } from '#db/client';
import { environment } from '#lib/env';
import { bySmtp } from '#lib/mail/delivery';
import { sendDueMail } from '#lib/mail/sending';

/**
 * A program of its own: sends what is due in the database in DATABASE_URL, and prints how many
 * mails it sent.
 */
const { url, from } = environment().mail!;
const delivery = bySmtp(url, from);
process.stdout.write(String(await sendDueMail(delivery)));
delivery.close();
await closeDatabase();

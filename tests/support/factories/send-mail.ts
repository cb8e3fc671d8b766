import { closeDatabase } from '#db/client';
import { environment } from '#lib/base/env';
import { smtpDelivery } from '#lib/review/mail/delivery';
import { sendDueMail } from '#lib/review/mail/send-mail';

/**
 * A program of its own: sends what is due in the database in DATABASE_URL, and prints how many
 * mails it sent.
 */
const { url, from } = environment().mail!;
const delivery = smtpDelivery(url, from);
process.stdout.write(String(await sendDueMail(delivery)));
delivery.close();
await closeDatabase();

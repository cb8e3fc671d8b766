import 'server-only';
import { databaseFailure } from '#db/errors';
import { systemActor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { log } from '#lib/base/log';
import { consoleDelivery, smtpDelivery } from '#lib/review/mail/delivery';
import { queueDueDateMail } from '#lib/review/mail/due-date-mail';
import { sendDueMail } from '#lib/review/mail/send-mail';

const everySeconds = 15;

/**
 * Sends mail in the background, and checks due dates once a day. `stop` waits up to five seconds
 * for the mail that is being sent.
 */
export function startMail(writeLine: (line: string) => void): () => Promise<void> {
  const { mail } = environment();
  const delivery = mail ? smtpDelivery(mail.url, mail.from) : consoleDelivery(writeLine);
  let stopped = false;
  let dueDatesCheckedOn = '';
  let currentRound: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const runOnce = async () => {
    try {
      const day = today();
      if (dueDatesCheckedOn !== day) await queueDueDateMail(systemActor('', 'Mail'), day);
      dueDatesCheckedOn = day;
      await sendDueMail(delivery, { stopped: () => stopped });
    } catch (error) {
      log.error(
        { err: error, why: databaseFailure(error) },
        'the mail could not be looked through',
      );
    }
    if (!stopped) timer = setTimeout(startRound, everySeconds * 1000).unref();
  };
  function startRound() {
    currentRound = runOnce();
  }
  startRound();

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await Promise.race([
      currentRound,
      new Promise((resolve) => {
        setTimeout(resolve, 5000).unref();
      }),
    ]);
    delivery.close();
  };
}

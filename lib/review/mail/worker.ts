import 'server-only';
import { databaseFailure } from '#db/errors';
import { systemActor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { log } from '#lib/base/log';
import { byConsole, bySmtp } from '#lib/review/mail/delivery';
import { tellOfDueDates } from '#lib/review/mail/due-dates';
import { sendDueMail } from '#lib/review/mail/sending';

const everySeconds = 15;

/**
 * Sends mail in the background, and checks due dates once a day. `stop` waits up to five seconds
 * for the mail that is being sent.
 */
export function startMail(writeLine: (line: string) => void): () => Promise<void> {
  const { mail } = environment();
  const delivery = mail ? bySmtp(mail.url, mail.from) : byConsole(writeLine);
  let stopped = false;
  let dueDatesCheckedOn = '';
  let currentRound: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const runOnce = async () => {
    try {
      const day = today();
      if (dueDatesCheckedOn !== day) await tellOfDueDates(systemActor('', 'Mail'), day);
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

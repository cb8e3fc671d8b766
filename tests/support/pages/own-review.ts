import { memberOf, type Member } from '#tests/support/pages/accounts';
import { enrol } from '#tests/support/pages/enrol';
import { accountByCommand } from '#tests/support/pages/operator';
import { encoded, sender, type Sender } from '#tests/support/pages/raw-requests';
import type { RunningServer } from '#tests/support/servers/server';

/** Takes up the invitation that a page or a command showed. */
async function accept(url: string, said: string, { name, password }: Member) {
  const token = /accounts\/invitations\/([\w-]+)/.exec(said)?.[1];
  const joined = await (
    await sender(url)
  ).post(
    `/en/accounts/invitations/${token}/accept`,
    encoded([
      ['name', name],
      ['password', password],
    ]),
  );
  if (joined.status !== 303) throw new Error(`the invitation was not taken up: ${joined.status}`);
}

/**
 * A review without any need in a register without a demonstration, made by its administrator, and
 * the focal point of its State.
 */
export async function ownReview(
  server: RunningServer,
  state: string,
): Promise<Readonly<{ review: string; focal: Member }>> {
  const administrator = memberOf('Administrator');
  await accept(server.url, await accountByCommand(server, administrator), administrator);
  const ada: Sender = await sender(server.url, administrator.email, administrator.password);
  await enrol(ada, administrator.password);
  const created = await ada.post(
    '/en/reviews/create',
    encoded([
      ['state', state],
      ['cycle', '2'],
    ]),
  );
  const review = /\/reviews\/([0-9a-f-]{36})/.exec(created.location)?.[1];
  if (!review) throw new Error(`the review was not created: ${created.status}`);
  const focal = memberOf('Focal Point');
  const invited = await ada.post(
    '/en/accounts/invite',
    encoded([
      ['review', review],
      ['role', 'focal-point'],
      ['name', focal.name],
      ['email', focal.email],
    ]),
  );
  await accept(server.url, invited.text, focal);
  return { review, focal };
}

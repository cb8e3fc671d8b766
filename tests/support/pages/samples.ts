import {
  encoded,
  enterDraft,
  needFields,
  sender,
  submitDraft,
  type Sender,
} from '#tests/support/pages/raw-requests';

export const emails = {
  focal: 'focal.afr-18@demo.example',
  reviewer: 'reviewer.1@demo.example',
  manager: 'manager@demo.example',
  administrator: 'administrator@demo.example',
} as const;

const firstNeed = async (person: Sender, path: string) =>
  /\/needs\/([0-9a-f-]{36})/.exec((await person.get(path)).text)?.[1] ?? '';

/** Needs of AFR-18 on a demonstration server, one in each status and some to be worked on. */
export async function needsOfEachStatus(url: string, origin = url) {
  const [focal, reviewer] = [
    await sender(url, emails.focal, undefined, origin),
    await sender(url, emails.reviewer, undefined, origin),
  ];
  const byStatus = (status: string) => firstNeed(focal, `/en/needs?status=${status}`);
  const submitted = await enterDraft(
    focal,
    needFields('A submitted need.', { quote: 'Its passage.', paragraph: '4', priority: '1' }),
  );
  await submitDraft(focal, submitted);
  return {
    submitted,
    draft: await byStatus('draft'),
    returned: await byStatus('returned'),
    recoded: await byStatus('recoded'),
    withdrawn: await byStatus('withdrawn'),
    approved: await firstNeed(focal, '/en/needs?show=all'),
    /** Entered by the reviewer. */
    own: await firstNeed(reviewer, '/en/needs'),
    unfinished: await enterDraft(focal, [
      ['chapter', 'II'],
      ['types', 'staff-training'],
    ]),
    /** For whoever wants to change it twice. */
    stale: await enterDraft(focal, needFields('As it was.')),
  } as const;
}

/** The review of AFR-18, and the token of an invitation to it that has not been taken up. */
export async function reviewWithGuest(url: string, name: string, origin = url) {
  const administrator = await sender(url, emails.administrator, undefined, origin);
  const review =
    /\/reviews\/([0-9a-f-]{36})">AFR-18</.exec(
      (await administrator.get('/en/reviews')).text,
    )?.[1] ?? '';
  const invited = await administrator.post(
    '/en/accounts/invite',
    encoded([
      ['review', review],
      ['role', 'reviewer'],
      ['name', name],
      ['email', 'guest@example.org'],
    ]),
  );
  return { review, invitation: /accounts\/invitations\/([\w-]+)/.exec(invited.text)?.[1] ?? '' };
}

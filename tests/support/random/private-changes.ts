import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import { answerArticles, withdrawAnswer } from '#lib/needs/reviews/answers';
import { attachSummary } from '#lib/needs/attachments/commands';
import { commentOnNeed } from '#lib/needs/comments/commands';
import { autosaveNeed } from '#lib/needs/entry/autosave';
import { copyNeed } from '#lib/needs/entry/copies';
import {
  appointReviewer,
  releaseReviewer,
  setCompletion,
  setDeadlines,
} from '#lib/needs/reviews/commands';
import { changeSettings } from '#lib/people/settings/commands';
import { setLeave } from '#lib/people/reviewers/commands';
import { createPlan } from '#lib/assistance/plans/commands';
import { acceptMatch } from '#lib/assistance/matches/commands';
import { createEdition } from '#lib/notes/editions/head-commands';
import { addBlock } from '#lib/notes/blocks/block-commands';
import { confirming, previewed } from '#tests/support/imports/previews';
import { activity, provider } from '#tests/support/factories/activities';
import { asIn2023 } from '#tests/support/factories/editions';
import { pdfFile, setPage } from '#tests/support/files/pdf-file';
import { approved, completeFields, draft, submitted } from '#tests/support/factories/needs';
import { proposed } from '#tests/support/factories/matches';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { mintedReview, publishedReview } from '#tests/support/factories/reviews';
import { commands, situations } from '#tests/support/factories/situations';
import { coded, drawn, otherwise } from '#tests/support/factories/second-codings';

type Panel = Awaited<ReturnType<typeof panel>>;

/** A published and an unpublished review, with needs that count, and all who work on them. */
export async function registerWithBoth() {
  const open = await panel(await publishedReview());
  const closed = await panel(await mintedReview({ completedOn: '2022-07-31' }));
  const of = async ({ focal, first, review }: Panel) => [
    await approved(focal, first, review, { text: 'Training of auditors.', tags: ['training'] }),
    await approved(focal, first, review, { text: 'A law on conflicts of interest.' }),
  ];
  const [admin, managing, giving] = [await administrator(), await manager(), await provider()];
  return {
    admin,
    manager: managing,
    provider: giving,
    open: { ...open, needs: await of(open) },
    closed: { ...closed, needs: await of(closed) },
    activity: await activity(giving),
    stranger: await focalPoint(await mintedReview()),
  };
}
export type Both = Awaited<ReturnType<typeof registerWithBoth>>;

/** How work on needs goes on in a review without anything being approved. */
const workIn = ({ focal, first, second, review }: Panel) => ({
  'a draft saved': () => draft(focal, review),
  'a draft changed': async () => commands.edit(focal, await draft(focal, review)),
  'a draft kept while it is typed': async () => {
    const { id, version } = await draft(focal, review);
    return autosaveNeed(focal, { id, version, fields: completeFields } as never);
  },
  'a need submitted': () => submitted(focal, review),
  'a need returned': () => situations.returned({ entering: focal, reviewing: first, review }),
  'a need recoded': () => situations.recoded({ entering: focal, reviewing: first, review }),
  'a need withdrawn before its approval': () =>
    situations.withdrawn({ entering: focal, reviewing: first, review }),
  'a comment': async () =>
    valueOf(
      await commentOnNeed(first, {
        id: (await submitted(focal, review)).id,
        comment: randomUUID(),
        field: null,
        internal: true,
        text: 'Among ourselves.',
      }),
    ),
  'a comment to the focal point': async () =>
    valueOf(
      await commentOnNeed(second, {
        id: (await submitted(focal, review)).id,
        comment: randomUUID(),
        field: 'text',
        internal: false,
        text: 'To the focal point.',
      }),
    ),
  'a summary attached': async () =>
    valueOf(
      await attachSummary(focal, {
        reviewId: review.id,
        replaces: null,
        given: { name: 'summary.pdf', file: pdfFile({ pages: [setPage(['41. Training.'])] }) },
      }),
    ),
  'drafts imported': async () => {
    const lines = [
      'ref,chapter,articles,category,subcategory,topics,types,tags,priority,text,language',
      `${randomUUID()},II,5,policymaking,pm-development,,,,,A policy.,en`,
      '',
    ];
    return valueOf(await confirming(focal, await previewed(focal, review, lines.join('\n'))));
  },
});

/** What is done to a need that counts, and changes nothing of what counts. */
const workOn = ({ focal, first, review }: Panel) => {
  const reopened = async ({ id }: { id: string }, version: number) =>
    valueOf(await commands.reopen(first, { id, version }));
  return {
    reopen: reopened,
    change: async (seen: { id: string; version: number }) =>
      valueOf(await commands.edit(focal, seen)),
    send: async (seen: { id: string; version: number }) =>
      valueOf(await commands.submit(focal, seen)),
    copy: (id: string) => copyNeed(focal, { id, copy: randomUUID(), reviewId: review.id } as never),
  };
};

const reviewWork = ({ admin, closed, open }: Both) => ({
  'deadlines set': async () =>
    valueOf(
      await setDeadlines(admin, {
        id: open.review.id,
        version: open.review.version,
        entryDueOn: '2031-01-01',
        decisionDueOn: '2031-02-01',
      } as never),
    ),
  'a reviewer appointed and released': async () => {
    const person = await reviewer();
    const of = { id: open.review.id, accountId: person.accountId! };
    valueOf(await appointReviewer(admin, of));
    return valueOf(await releaseReviewer(admin, of));
  },
  'an article answered': async () => {
    const { id } = closed.review;
    valueOf(await answerArticles(closed.focal, { id, articles: [7] }));
    return valueOf(await withdrawAnswer(closed.focal, { id, article: 7 }));
  },
  'a summary completed': async () => {
    const { id } = await mintedReview();
    return valueOf(
      await setCompletion(admin, { id, version: 1, completedOn: '2023-01-31', symbol: 'X/1' }),
    );
  },
  'a leave': async () => {
    const person = await reviewer();
    return valueOf(
      await setLeave(admin, {
        accountId: person.accountId!,
        fromOn: '2031-01-01',
        untilOn: '2031-02-01',
        substitute: '',
      }),
    );
  },
  'a setting changed': async () =>
    valueOf(await changeSettings(admin, { 'own-region': 'refused' })),
  'an account': () => administrator(),
});

const unpublishedNeeds = ({
  closed,
  manager: managing,
  provider: giving,
  activity: open,
}: Both) => ({
  'a need approved in a summary that is not published': () =>
    approved(closed.focal, closed.first, closed.review, { tags: ['good-practices'] }),
  'an approved need of it changed': async () => {
    const { reopen, change, send } = workOn(closed);
    const seen = await send(await change(await reopen(closed.needs[0]!, closed.needs[0]!.version)));
    return valueOf(await commands.approve(closed.second, seen));
  },
  'assistance planned': () => activity(giving, { status: 'planned' }),
  'a need of it matched': async () => {
    const match = await proposed(closed.focal, { assistance: open, need: closed.needs[1]!.id });
    return valueOf(await acceptMatch(managing, match));
  },
});

const secretariat = ({ open, manager: managing, provider: giving, activity: given }: Both) => ({
  'a match proposed': () => proposed(giving, { assistance: given, need: open.needs[1]!.id }),
  'a plan begun': async () =>
    valueOf(await createPlan(managing, { id: randomUUID(), title: 'A plan' })),
  'a note drafted': async () => {
    const { id } = valueOf(await createEdition(managing, asIn2023));
    return valueOf(await addBlock(managing, { id, after: '', kind: 'paragraph', text: 'Draft.' }));
  },
  'an approved need reopened, changed and submitted': async () => {
    const { reopen, change, send } = workOn(open);
    return send(await change(await reopen(open.needs[0]!, open.needs[0]!.version)));
  },
  'a withdrawal asked for': async () =>
    valueOf(await commands['request-withdrawal'](open.focal, open.needs[1]!)),
  'needs coded a second time': async () => {
    const blind: Actor = await reviewer();
    const { tasks } = await drawn(managing, blind, { region: 'AFR' });
    await coded(blind, tasks.slice(0, 1), otherwise);
  },
});

/** Changes of every kind that no reader of published summaries can see, by name. */
export const privateChanges = (both: Both): Readonly<Record<string, () => Promise<unknown>>> => ({
  ...workIn(both.open),
  ...Object.fromEntries(
    Object.entries(workIn(both.closed)).map(([name, run]) => [`${name}, unpublished`, run]),
  ),
  ...reviewWork(both),
  ...unpublishedNeeds(both),
  ...secretariat(both),
});

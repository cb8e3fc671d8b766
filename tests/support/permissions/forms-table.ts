import { noteSendRows } from '#tests/support/permissions/notes-table';
import {
  everyone,
  signedIn,
  type ByActor,
  type SentOutcome,
} from '#tests/support/permissions/outcomes';

type Fields = Readonly<Record<string, string>>;

/** A form that is sent, with what comes of it. */
export type SentRow = Readonly<{
  entry: string;
  path: string;
  fields: Fields;
  outcomes: ByActor<SentOutcome>;
  withoutServer?: ByActor<SentOutcome>;
}>;

/**
 * All else that can be sent, and what comes of it for each actor. `forbidden` means that the page of
 * the form is closed to the role as well. What changes a review is sent to one made for it.
 */
export const sendTable: readonly SentRow[] = [
  {
    entry: '/[locale]/needs/enter/route',
    path: '/en/needs/enter',
    fields: { review: '{A}', text: 'Entered.' },
    outcomes: {
      ...signedIn('done'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'forbidden',
      administrator: 'forbidden',
      provider: 'not-found',
      adviser: 'not-found',
    },
  },
  {
    entry: '/[locale]/needs/enter/route',
    path: '/en/needs/enter',
    fields: { review: '{B}', text: 'Entered.' },
    outcomes: {
      ...signedIn('not-found'),
      'focal point of B': 'done',
      manager: 'forbidden',
      administrator: 'forbidden',
    },
  },
  {
    entry: '/[locale]/needs/enter/route',
    path: '/en/needs/enter',
    fields: { review: '{C}', text: 'Entered.' },
    outcomes: { ...signedIn('not-found'), manager: 'forbidden', administrator: 'forbidden' },
  },
  {
    entry: '/[locale]/reviews/create/route',
    path: '/en/reviews/create',
    fields: { state: '{newState}', cycle: '1' },
    outcomes: { ...signedIn('forbidden'), administrator: 'done' },
  },
  ...(['A', 'B', 'C'] as const).flatMap((place) => {
    const byPlace: Readonly<Record<typeof place, ByActor<SentOutcome>>> = {
      A: {
        ...signedIn('forbidden-to-role'),
        'focal point of B': 'not-found',
        'reviewer of D': 'not-found',
        administrator: 'done',
        provider: 'not-found',
        adviser: 'not-found',
      },
      B: {
        ...signedIn('not-found'),
        'focal point of B': 'forbidden-to-role',
        manager: 'forbidden-to-role',
        administrator: 'done',
      },
      C: { ...signedIn('not-found'), manager: 'forbidden-to-role', administrator: 'done' },
    };
    const outcomes = byPlace[place];
    // Only C is published, and the form gives no reason.
    const unpublishing: SentOutcome = place === 'C' ? 'invalid' : 'wrong-status';
    const of = (verb: string, fields: Fields): SentRow => ({
      entry: `/[locale]/reviews/[id]/${verb}/route`,
      path: `/en/reviews/{${place}}/${verb}`,
      fields,
      outcomes,
    });
    return [
      of('appoint', { accountId: '{reviewer of D}' }),
      of('release', { accountId: '{assigned}' }),
      of('set-completion', { version: '{version}', completedOn: '2022-02-01' }),
      of('publish', { version: '{version}' }),
      {
        ...of('unpublish', { version: '{version}', reason: '' }),
        outcomes: { ...outcomes, administrator: unpublishing },
      },
      of('deadlines', { version: '{version}', entryDueOn: '2027-02-01', decisionDueOn: '' }),
    ];
  }),
  ...(['A', 'B', 'C'] as const).flatMap((place) => {
    const byPlace: Readonly<Record<typeof place, ByActor<SentOutcome>>> = {
      A: {
        ...signedIn('not-found'),
        'focal point of A': 'invalid',
        'reviewer of A': 'invalid',
        'recoder of A': 'invalid',
        manager: 'forbidden-to-role',
        administrator: 'forbidden-to-role',
        'contributor of A': 'forbidden-to-role',
      },
      B: {
        ...signedIn('not-found'),
        'focal point of B': 'invalid',
        manager: 'forbidden-to-role',
        administrator: 'forbidden-to-role',
      },
      C: {
        ...signedIn('not-found'),
        manager: 'forbidden-to-role',
        administrator: 'forbidden-to-role',
      },
    };
    const outcomes = byPlace[place];
    const of = (verb: string, fields: Fields): SentRow => ({
      entry: `/[locale]/reviews/[id]/${verb}/route`,
      path: `/en/reviews/{${place}}/${verb}`,
      fields,
      outcomes,
    });
    return [
      of('answer', {}),
      of('declare', { chapter: 'III' }),
      {
        ...of('submit-drafts', { need: '00000000-0000-4000-8000-000000000001~1' }),
        outcomes: signedIn('not-found'),
      },
      of('take-back', { chapter: 'II', reason: '' }),
      { ...of('withdraw-answer', { article: 'none' }), outcomes: signedIn('invalid') },
    ];
  }),
  ...(['A', 'B'] as const).flatMap((place) => {
    const of = (path: string, fields: Fields, outcomes: ByActor<SentOutcome>): SentRow => ({
      entry: `/[locale]/reviews/[id]/${path}/route`,
      path: `/en/reviews/{${place}}/${path}`,
      fields,
      outcomes,
    });
    const none = '00000000-0000-4000-8000-000000000001';
    const saved: Readonly<Record<typeof place, ByActor<SentOutcome>>> = {
      A: {
        ...signedIn('invalid'),
        'focal point of B': 'not-found',
        'reviewer of D': 'not-found',
        manager: 'forbidden',
        administrator: 'forbidden',
        provider: 'not-found',
        adviser: 'not-found',
      },
      B: {
        ...signedIn('not-found'),
        'focal point of B': 'invalid',
        manager: 'forbidden',
        administrator: 'forbidden',
      },
    };
    return [
      of(
        'grid/save',
        { need: none, [`${none}.version`]: '1' },
        { ...signedIn('not-found'), manager: 'forbidden', administrator: 'forbidden' },
      ),
      of('self-assessment/save', { language: 'xx' }, saved[place]),
    ];
  }),
  ...(['A', 'B'] as const).flatMap((place) => {
    const of = (
      verb: string,
      fields: Fields,
      outcomes: Readonly<{ A: ByActor<SentOutcome>; B: ByActor<SentOutcome> }>,
    ): SentRow => ({
      entry: `/[locale]/reviews/[id]/${verb}/route`,
      path: `/en/reviews/{${place}}/${verb}`,
      fields,
      outcomes: outcomes[place],
    });
    return [
      of(
        'close',
        { version: '{version}' },
        {
          A: {
            ...signedIn('not-found'),
            'focal point of A': 'forbidden',
            'reviewer of A': 'invalid',
            'recoder of A': 'invalid',
            manager: 'forbidden',
            administrator: 'invalid',
            'contributor of A': 'forbidden',
          },
          B: {
            ...signedIn('not-found'),
            'focal point of B': 'forbidden',
            manager: 'forbidden',
            administrator: 'invalid',
          },
        },
      ),
      of(
        'reopen',
        { version: '{version}', reason: 'A reason.' },
        {
          A: {
            ...signedIn('not-found'),
            'focal point of A': 'forbidden',
            'reviewer of A': 'wrong-status',
            'recoder of A': 'wrong-status',
            manager: 'forbidden',
            administrator: 'wrong-status',
            'contributor of A': 'forbidden',
          },
          B: {
            ...signedIn('not-found'),
            'focal point of B': 'forbidden',
            manager: 'forbidden',
            administrator: 'wrong-status',
          },
        },
      ),
      of(
        'waive',
        { reason: '', expiresOn: '2027-02-01' },
        {
          A: {
            ...signedIn('not-found'),
            'focal point of A': 'forbidden',
            'reviewer of A': 'invalid',
            'recoder of A': 'invalid',
            manager: 'forbidden',
            administrator: 'invalid',
            'contributor of A': 'forbidden',
          },
          B: {
            ...signedIn('not-found'),
            'focal point of B': 'forbidden',
            manager: 'forbidden',
            administrator: 'invalid',
          },
        },
      ),
      of(
        'end-waiver',
        { waiver: 'none' },
        {
          A: {
            ...signedIn('not-found'),
            'focal point of A': 'forbidden',
            manager: 'forbidden',
            'contributor of A': 'forbidden',
          },
          B: { ...signedIn('not-found'), 'focal point of B': 'forbidden', manager: 'forbidden' },
        },
      ),
    ];
  }),
  {
    entry: '/[locale]/needs/looked/route',
    path: '/en/needs/looked',
    fields: {},
    outcomes: {
      ...signedIn('forbidden-to-role'),
      'reviewer of A': 'done',
      'recoder of A': 'done',
      'reviewer of D': 'done',
    },
  },
  {
    entry: '/[locale]/needs/[id]/comment/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/comment',
    fields: { to: 'sent', comment: 'Said.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/needs/[id]/translation/[language]/save/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/translation/ar/save',
    fields: { version: '1', follows: '0', text: 'نص' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/needs/translations/check/route',
    path: '/en/needs/translations/check',
    fields: {},
    outcomes: everyone('status 415'),
    withoutServer: {
      ...signedIn('invalid'),
      administrator: 'forbidden',
      provider: 'forbidden',
      adviser: 'forbidden',
    },
  },
  {
    entry: '/[locale]/needs/translations/[preview]/confirm/route',
    path: '/en/needs/translations/00000000-0000-4000-8000-000000000001/confirm',
    fields: { fingerprint: 'x' },
    outcomes: {
      ...signedIn('not-found'),
      administrator: 'forbidden',
      provider: 'forbidden',
      adviser: 'forbidden',
    },
  },
  {
    entry: '/[locale]/needs/[id]/resolve/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/resolve',
    fields: { id: '00000000-0000-4000-8000-000000000001' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/decisions/choose/route',
    path: '/en/decisions/choose',
    fields: { verb: 'approve', filter: 'show=queue' },
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'done-and-shown',
      'recoder of A': 'done-and-shown',
      'reviewer of D': 'done-and-shown',
    },
  },
  {
    entry: '/[locale]/decisions/take/route',
    path: '/en/decisions/take',
    fields: { verb: 'approve', filter: 'show=queue', fingerprint: '0'.repeat(64) },
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'status 409',
      'recoder of A': 'status 409',
      'reviewer of D': 'status 409',
    },
  },
  {
    entry: '/[locale]/decisions/[id]/reopen/route',
    path: '/en/decisions/00000000-0000-4000-8000-000000000001/reopen',
    fields: { reason: 'A reason.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/progress/remind/route',
    path: '/en/progress/remind',
    fields: {},
    outcomes: { ...signedIn('forbidden'), manager: 'done', administrator: 'done' },
  },
  {
    entry: '/[locale]/reviewers/nominate/route',
    path: '/en/reviewers/nominate',
    fields: { accountId: '{reviewer of D}', state: '' },
    outcomes: { ...signedIn('forbidden'), administrator: 'done' },
  },
  {
    entry: '/[locale]/reviewers/leave/route',
    path: '/en/reviewers/leave',
    fields: { accountId: '{reviewer of D}', fromOn: '2027-02-01', untilOn: '2027-01-01' },
    outcomes: { ...signedIn('forbidden'), administrator: 'invalid' },
  },
  {
    entry: '/[locale]/reviewers/end-leave/route',
    path: '/en/reviewers/end-leave',
    fields: { leave: 'none' },
    outcomes: { ...signedIn('forbidden'), administrator: 'not-found' },
  },
  {
    entry: '/[locale]/reviewers/balance/route',
    path: '/en/reviewers/balance',
    fields: { fingerprint: 'none' },
    outcomes: { ...signedIn('forbidden'), administrator: 'status 409' },
  },
  {
    entry: '/[locale]/admin/operation/repeat/route',
    path: '/en/admin/operation/repeat',
    fields: {},
    outcomes: { ...signedIn('forbidden'), administrator: 'done' },
  },
  {
    entry: '/[locale]/admin/settings/set/route',
    path: '/en/admin/settings/set',
    fields: { 'four-eyes-lift': 'sometimes' },
    outcomes: { ...signedIn('forbidden'), manager: 'forbidden-to-role', administrator: 'invalid' },
  },
  {
    entry: '/[locale]/reviews/[id]/import/check/route',
    path: '/en/reviews/{A}/import/check',
    fields: {},
    outcomes: everyone('status 415'),
    withoutServer: {
      ...signedIn('invalid'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'forbidden',
      provider: 'not-found',
      adviser: 'not-found',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/self-assessment/fill/route',
    path: '/en/reviews/{A}/self-assessment/fill',
    fields: {},
    outcomes: everyone('status 415'),
    withoutServer: {
      ...signedIn('invalid'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'forbidden',
      administrator: 'forbidden',
      provider: 'not-found',
      adviser: 'not-found',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/import/[preview]/confirm/route',
    path: '/en/reviews/{A}/import/00000000-0000-4000-8000-000000000001/confirm',
    fields: {},
    outcomes: { ...signedIn('not-found'), manager: 'forbidden' },
  },
  {
    entry: '/[locale]/needs/[id]/copy/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/copy',
    fields: {},
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/needs/[id]/autosave/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/autosave',
    fields: { review: '{A}', text: 'Typed.' },
    outcomes: {
      ...signedIn('done'),
      'focal point of B': 'not-found',
      'reviewer of D': 'not-found',
      manager: 'forbidden',
      administrator: 'forbidden',
      provider: 'not-found',
      adviser: 'not-found',
    },
  },
  {
    entry: '/[locale]/needs/[id]/discard/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/discard',
    fields: {},
    outcomes: signedIn('done'),
  },
  {
    entry: '/[locale]/needs/[id]/undo-discard/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/undo-discard',
    fields: { version: '1' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/needs/[id]/take-up/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/take-up',
    fields: { version: '1', takeUp: '1' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/accounts/tokens/create/route',
    path: '/en/accounts/tokens/create',
    fields: { name: 'A program', scope: 'read', days: '30' },
    outcomes: signedIn('done-and-shown'),
  },
  {
    entry: '/[locale]/accounts/tokens/create/route',
    path: '/en/accounts/tokens/create',
    fields: { name: 'A program', scope: 'all', days: '30' },
    outcomes: signedIn('invalid'),
  },
  {
    entry: '/[locale]/accounts/tokens/end/route',
    path: '/en/accounts/tokens/end',
    fields: { token: '{new}' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/accounts/set-mail/route',
    path: '/en/accounts/set-mail',
    fields: { mail: 'daily' },
    outcomes: signedIn('done'),
  },
  {
    entry: '/[locale]/reviews/[id]/attach/route',
    path: '/en/reviews/{A}/attach',
    fields: {},
    outcomes: everyone('status 415'),
    withoutServer: {
      ...signedIn('not-found'),
      'focal point of A': 'invalid',
      'reviewer of A': 'invalid',
      'recoder of A': 'invalid',
      administrator: 'forbidden',
      'contributor of A': 'forbidden',
    },
  },
  {
    entry: '/[locale]/reviews/[id]/priorities/set/route',
    path: '/en/reviews/{B}/priorities/set',
    fields: { 'rank.00000000-0000-4000-8000-000000000001.1': '1' },
    outcomes: { ...signedIn('not-found'), manager: 'forbidden', administrator: 'forbidden' },
  },
  {
    entry: '/[locale]/reviews/[id]/priorities/arrange/route',
    path: '/en/reviews/{B}/priorities/arrange',
    fields: {},
    outcomes: signedIn('invalid'),
  },
  {
    entry: '/[locale]/needs/export/route',
    path: '/en/needs/export',
    fields: {},
    outcomes: everyone('done'),
  },
  {
    entry: '/[locale]/needs/resubmit/route',
    path: '/en/needs/resubmit',
    fields: { need: '00000000-0000-4000-8000-000000000001~1' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/accounts/invite/route',
    path: '/en/accounts/invite',
    fields: { email: '{new}@example.org', name: 'New', role: 'manager' },
    outcomes: { ...signedIn('forbidden'), administrator: 'done-and-shown' },
  },
  {
    entry: '/[locale]/accounts/invite/route',
    path: '/en/accounts/invite',
    fields: { email: '{new}@example.org', name: 'New', role: 'reviewer', review: '{B}' },
    outcomes: {
      ...signedIn('forbidden'),
      'focal point of B': 'forbidden-to-role',
      manager: 'forbidden-to-role',
      administrator: 'done-and-shown',
    },
  },
  {
    entry: '/[locale]/accounts/reset-password/route',
    path: '/en/accounts/reset-password',
    fields: { accountId: '{focal point of B}' },
    outcomes: { ...signedIn('forbidden'), administrator: 'done-and-shown' },
  },
  {
    entry: '/[locale]/accounts/change-password/route',
    path: '/en/accounts/change-password',
    fields: { current: 'not the right password', password: 'another long password' },
    outcomes: signedIn('invalid'),
  },
  {
    entry: '/[locale]/accounts/set-mail/route',
    path: '/en/accounts/set-mail',
    fields: { mail: 'hourly' },
    outcomes: signedIn('invalid'),
  },
  {
    entry: '/[locale]/accounts/deactivate/route',
    path: '/en/accounts/deactivate',
    fields: { accountId: '{focal point of B}' },
    outcomes: { ...signedIn('forbidden'), administrator: 'invalid' },
  },
  {
    entry: '/[locale]/accounts/reactivate/route',
    path: '/en/accounts/reactivate',
    fields: { accountId: '{focal point of B}' },
    outcomes: { ...signedIn('forbidden'), administrator: 'not-found' },
  },
  {
    entry: '/[locale]/accounts/colleagues/deactivate/route',
    path: '/en/accounts/colleagues/deactivate',
    fields: { accountId: '{focal point of B}' },
    outcomes: {
      ...signedIn('forbidden'),
      'focal point of A': 'not-found',
      'focal point of B': 'not-found',
    },
  },
  {
    entry: '/[locale]/accounts/colleagues/invite/route',
    path: '/en/accounts/colleagues/invite',
    fields: { email: '{new}@example.org', name: 'New' },
    outcomes: {
      ...signedIn('forbidden'),
      'focal point of A': 'done-and-shown',
      'focal point of B': 'done-and-shown',
    },
  },
  {
    entry: '/[locale]/accounts/colleagues/hand-over/route',
    path: '/en/accounts/colleagues/hand-over',
    fields: {},
    outcomes: everyone('status 415'),
    withoutServer: {
      ...signedIn('forbidden'),
      'focal point of A': 'invalid',
      'focal point of B': 'invalid',
    },
  },
  {
    entry: '/[locale]/accounts/invitations/[token]/accept/route',
    path: '/en/accounts/invitations/none/accept',
    fields: { name: 'Nobody', password: 'another long password' },
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/accounts/remember-language/route',
    path: '/en/accounts/remember-language',
    fields: { language: 'en' },
    outcomes: everyone('done'),
  },
  {
    entry: '/[locale]/accounts/begin-session/route',
    path: '/en/accounts/begin-session',
    fields: { email: '{new}@example.org', password: 'not the right password' },
    outcomes: everyone('invalid'),
  },
  {
    entry: '/api/auth/[...nextauth]/route',
    path: '/api/auth/signout',
    fields: {},
    outcomes: everyone('done'),
  },
  {
    entry: '/[locale]/summaries/against-the-note/notes/enter/route',
    path: '/en/summaries/against-the-note/notes/enter',
    fields: {},
    outcomes: everyone('status 415'),
    withoutServer: {
      ...signedIn('forbidden'),
      manager: 'invalid',
      administrator: 'forbidden-to-role',
    },
  },
  {
    entry: '/[locale]/summaries/against-the-note/notes/withdraw/route',
    path: '/en/summaries/against-the-note/notes/withdraw',
    fields: { id: '00000000-0000-4000-8000-000000000001' },
    outcomes: {
      ...signedIn('forbidden'),
      manager: 'not-found',
      administrator: 'forbidden-to-role',
    },
  },
  {
    entry: '/[locale]/assistance/matches/propose/route',
    path: '/en/assistance/matches/propose',
    fields: {
      side: 'need',
      need: '00000000-0000-4000-8000-000000000001',
      assistance: '00000000-0000-4000-8000-000000000001',
      degree: 'partly',
    },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/[id]/accept/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/accept',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/[id]/reject/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/reject',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/[id]/dispute/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/dispute',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/[id]/answer/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/answer',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/[id]/confirm/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/confirm',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/[id]/withdraw/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/withdraw',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/matches/[id]/reopen/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/reopen',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/plans/begin/route',
    path: '/en/assistance/plans/begin',
    fields: { id: 'none', title: 'A plan' },
    outcomes: {
      ...signedIn('forbidden'),
      manager: 'not-found',
      administrator: 'forbidden-to-role',
    },
  },
  {
    entry: '/[locale]/assistance/plans/[id]/gather/route',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001/gather',
    fields: { region: 'AFR' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/plans/[id]/remove/route',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001/remove',
    fields: { need: 'none' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/plans/[id]/make/route',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001/make',
    fields: { theme: 'sport', kind: 'training' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/enter/route',
    path: '/en/assistance/enter',
    fields: { title: '' },
    outcomes: { ...signedIn('forbidden'), manager: 'invalid', provider: 'invalid' },
  },
  {
    entry: '/[locale]/assistance/[id]/edit/route',
    path: '/en/assistance/00000000-0000-4000-8000-000000000001/edit',
    fields: { version: '1' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/[id]/cancel/route',
    path: '/en/assistance/00000000-0000-4000-8000-000000000001/cancel',
    fields: { version: '1', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/assistance/import/check/route',
    path: '/en/assistance/import/check',
    fields: {},
    outcomes: everyone('status 415'),
    withoutServer: { ...signedIn('forbidden'), manager: 'invalid', provider: 'invalid' },
  },
  {
    entry: '/[locale]/assistance/import/[preview]/confirm/route',
    path: '/en/assistance/import/00000000-0000-4000-8000-000000000001/confirm',
    fields: { fingerprint: 'x' },
    outcomes: { ...signedIn('forbidden'), manager: 'not-found', provider: 'not-found' },
  },
  {
    entry: '/[locale]/assistance/hubs/enter/route',
    path: '/en/assistance/hubs/enter',
    fields: { name: '' },
    outcomes: { ...signedIn('forbidden'), manager: 'invalid' },
  },
  {
    entry: '/[locale]/assistance/hubs/[id]/edit/route',
    path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001/edit',
    fields: { version: '1' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/notes/open/route',
    path: '/en/notes/open',
    fields: {
      symbol: 'NR/1',
      session: '1',
      chapters: 'II',
      cutoff: '2023-02-28',
      documentDate: '2023-03-01',
      sourceLocale: 'en',
      previousId: 'none',
    },
    outcomes: { ...signedIn('forbidden'), manager: 'invalid' },
  },
  ...(
    [
      [
        'change-head',
        {
          version: '1',
          symbol: 'NR/1',
          session: '1',
          chapters: 'II',
          cutoff: '2023-02-28',
          documentDate: '2023-03-01',
          sourceLocale: 'en',
        },
      ],
      ['send-for-review', { version: '1' }],
      ['take-back', { version: '1' }],
      ['accept', { revision: '1' }],
      ['freeze', { version: '1' }],
      ['publish', { version: '1' }],
      ['name', { email: 'nobody@example.org', role: 'reads' }],
      ['unname', { person: 'none' }],
      ['approve', { checksum: 'none' }],
      ['resolve', { comment: 'none' }],
      ['add', { kind: 'paragraph', text: 'A text.' }],
      ...(
        [
          'write',
          'bind',
          'claim',
          'unbind',
          'hold',
          'release',
          'move',
          'remove',
          'comment',
        ] as const
      ).map(
        (verb) =>
          [
            `blocks/[key]/${verb}`,
            {
              version: '1',
              language: 'en',
              text: 'A text.',
              kind: verb === 'claim' ? 'none' : 'count',
              name: 'needs',
              reason: 'A reason.',
              to: verb === 'move' ? 'up' : '3',
            },
          ] as const,
      ),
    ] as readonly (readonly [string, Fields])[]
  ).map(([verb, fields]): SentRow => ({
    entry: `/[locale]/notes/[id]/${verb}/route`,
    path: `/en/notes/00000000-0000-4000-8000-000000000001/${verb.replace('[key]', 'summary')}`,
    fields,
    outcomes: signedIn('not-found'),
  })),
  ...['ask', 'cancel'].map((verb): SentRow => ({
    entry: `/[locale]/notes/[id]/documents/${verb}/route`,
    path: `/en/notes/00000000-0000-4000-8000-000000000001/documents/${verb}`,
    fields: {},
    outcomes: { ...signedIn('forbidden'), manager: 'not-found' },
  })),
  ...noteSendRows,
  {
    entry: '/[locale]/coding/draw/route',
    path: '/en/coding/draw',
    fields: { drawnFrom: 'approved', cycle: '2', share: '0', seed: 'x', coders: '1' },
    outcomes: signedIn('invalid'),
  },
  {
    entry: '/[locale]/coding/draw/route',
    path: '/en/coding/draw',
    fields: {
      drawnFrom: 'approved',
      cycle: '2',
      share: '100',
      seed: 'x',
      coders: '1',
      revision: '1',
    },
    outcomes: {
      ...signedIn('forbidden'),
      'reviewer of A': 'forbidden-to-role',
      'recoder of A': 'forbidden-to-role',
      'reviewer of D': 'forbidden-to-role',
      manager: 'invalid',
      administrator: 'forbidden-to-role',
    },
  },
  {
    entry: '/[locale]/coding/samples/[id]/hand-on/route',
    path: '/en/coding/samples/00000000-0000-4000-8000-000000000001/hand-on',
    fields: { from: '', to: 'x' },
    outcomes: { ...signedIn('forbidden'), manager: 'not-found' },
  },
  {
    entry: '/[locale]/coding/tasks/[id]/code/route',
    path: '/en/coding/tasks/00000000-0000-4000-8000-000000000001/code',
    fields: { articles: '5' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/coding/differences/[id]/settle/route',
    path: '/en/coding/differences/00000000-0000-4000-8000-000000000001/settle',
    fields: { outcome: 'first', reason: 'So.' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/coding/differences/[id]/copy/route',
    path: '/en/coding/differences/00000000-0000-4000-8000-000000000001/copy',
    fields: { text: 'A text.', language: 'en' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/coding/examples/[id]/remove/route',
    path: '/en/coding/examples/00000000-0000-4000-8000-000000000001/remove',
    fields: {},
    outcomes: signedIn('not-found'),
  },
  ...[
    [
      'add',
      {
        kind: 'tag',
        code: 'training',
        decidedOn: '2023-02-28',
        ...Object.fromEntries(
          ['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((locale) => [`name.${locale}`, 'A name']),
        ),
      },
    ],
    [
      'rename',
      {
        kind: 'tag',
        code: 'none',
        decidedOn: '2023-02-28',
        ...Object.fromEntries(
          ['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((locale) => [`name.${locale}`, 'A name']),
        ),
      },
    ],
    ['merge', { kind: 'tag', code: 'training', decidedOn: '2023-02-28', into: 'training' }],
    ['split', { kind: 'tag', code: 'training', decidedOn: '2023-02-28' }],
  ].map(([verb, fields]): SentRow => ({
    entry: `/[locale]/admin/terms/${String(verb)}/route`,
    path: `/en/admin/terms/${String(verb)}`,
    fields: fields as Fields,
    outcomes:
      verb === 'rename'
        ? { ...signedIn('forbidden'), administrator: 'not-found' }
        : { ...signedIn('forbidden'), administrator: 'invalid' },
  })),
  {
    entry: '/[locale]/accounts/second-factor/set-up/route',
    path: '/en/accounts/second-factor/set-up',
    fields: { sealed: '', code: '123456', current: 'wrong' },
    outcomes: signedIn('invalid'),
  },
  {
    entry: '/[locale]/accounts/second-factor/remove/route',
    path: '/en/accounts/second-factor/remove',
    fields: { code: '123456', current: 'wrong' },
    outcomes: signedIn('invalid'),
  },
  {
    entry: '/[locale]/accounts/reset-second-factor/route',
    path: '/en/accounts/reset-second-factor',
    fields: { accountId: '{focal point of B}' },
    outcomes: { ...signedIn('forbidden'), administrator: 'not-found' },
  },
  // Without a mail server there is no link.
  {
    entry: '/[locale]/accounts/forgotten-password/send/route',
    path: '/en/accounts/forgotten-password/send',
    fields: { email: 'nobody@example.org' },
    outcomes: everyone('not-found'),
  },
  {
    entry: '/[locale]/accounts/extend-session/route',
    path: '/en/accounts/extend-session',
    fields: {},
    outcomes: signedIn('done'),
  },
  {
    entry: '/[locale]/accounts/me/end-session/route',
    path: '/en/accounts/me/end-session',
    fields: { session: 'none' },
    outcomes: signedIn('not-found'),
  },
  {
    entry: '/[locale]/accounts/me/end-others/route',
    path: '/en/accounts/me/end-others',
    fields: {},
    outcomes: signedIn('done'),
  },
  // Last, because it ends the session.
  {
    entry: '/[locale]/accounts/end-session/route',
    path: '/en/accounts/end-session',
    fields: {},
    outcomes: everyone('done'),
  },
];

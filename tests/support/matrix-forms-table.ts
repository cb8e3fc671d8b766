type Fields = Readonly<Record<string, string>>;

/**
 * All else that can be sent, with the same order of actors: `+` done and led on, `=` done and shown
 * (a new link), `u` sign in
 * first, `r` forbidden to the role, `f` the same where the form's page is closed to the role as
 * well, `n` as if there were none,
 * `x` refused because of what was sent. What is done to a review is done to one that was made for
 * it.
 */
export const sendTable: readonly Readonly<{
  entry: string;
  path: string;
  fields: Fields;
  letters: string;
  bare?: string;
}>[] = [
  {
    entry: '/[locale]/needs/enter/route',
    path: '/en/needs/enter',
    fields: { review: '{A}', text: 'Entered.' },
    letters: 'uu+n++nff+nn',
  },
  {
    entry: '/[locale]/needs/enter/route',
    path: '/en/needs/enter',
    fields: { review: '{B}', text: 'Entered.' },
    letters: 'uun+nnnffnnn',
  },
  {
    entry: '/[locale]/needs/enter/route',
    path: '/en/needs/enter',
    fields: { review: '{C}', text: 'Entered.' },
    letters: 'uunnnnnffnnn',
  },
  {
    entry: '/[locale]/reviews/create/route',
    path: '/en/reviews/create',
    fields: { state: '{newState}', cycle: '1' },
    letters: 'uuffffff+fff',
  },
  ...(['A', 'B', 'C'] as const).flatMap((place) => {
    const letters = { A: 'uurnrrnr+rnn', B: 'uunrnnnr+nnn', C: 'uunnnnnr+nnn' }[place];
    const of = (verb: string, fields: Fields) => ({
      entry: `/[locale]/reviews/[id]/${verb}/route`,
      path: `/en/reviews/{${place}}/${verb}`,
      fields,
      letters,
    });
    return [
      of('appoint', { accountId: '{reviewer of D}' }),
      of('release', { accountId: '{assigned}' }),
      of('set-completion', { version: '{version}', completedOn: '2022-02-01' }),
      of('publish', { version: '{version}' }),
      of('deadlines', { version: '{version}', entryDueOn: '2027-02-01', decisionDueOn: '' }),
    ];
  }),
  ...(['A', 'B', 'C'] as const).flatMap((place) => {
    const letters = { A: 'uuxnxxnrrrnn', B: 'uunxnnnrrnnn', C: 'uunnnnnrrnnn' }[place];
    const of = (verb: string, fields: Fields) => ({
      entry: `/[locale]/reviews/[id]/${verb}/route`,
      path: `/en/reviews/{${place}}/${verb}`,
      fields,
      letters,
    });
    return [
      of('answer', {}),
      of('declare', { chapter: 'III' }),
      of('take-back', { chapter: 'II', reason: '' }),
      { ...of('withdraw-answer', { article: 'none' }), letters: 'uuxxxxxxxxxx' },
    ];
  }),
  ...(['A', 'B'] as const).flatMap((place) => {
    const of = (path: string, fields: Fields, letters: string) => ({
      entry: `/[locale]/reviews/[id]/${path}/route`,
      path: `/en/reviews/{${place}}/${path}`,
      fields,
      letters,
    });
    const none = '00000000-0000-4000-8000-000000000001';
    return [
      of('grid/save', { need: none, [`${none}.version`]: '1' }, 'uunnnnnffnnn'),
      of(
        'self-assessment/save',
        { language: 'xx' },
        { A: 'uuxnxxnffxnn', B: 'uunxnnnffnnn' }[place],
      ),
    ];
  }),
  ...(['A', 'B'] as const).flatMap((place) => {
    const of = (verb: string, fields: Fields, letters: Readonly<{ A: string; B: string }>) => ({
      entry: `/[locale]/reviews/[id]/${verb}/route`,
      path: `/en/reviews/{${place}}/${verb}`,
      fields,
      letters: letters[place],
    });
    return [
      of('close', { version: '{version}' }, { A: 'uufnxxnfxfnn', B: 'uunfnnnfxnnn' }),
      of(
        'reopen',
        { version: '{version}', reason: 'A reason.' },
        { A: 'uufnssnfsfnn', B: 'uunfnnnfsnnn' },
      ),
      of(
        'waive',
        { reason: '', expiresOn: '2027-02-01' },
        { A: 'uufnxxnfxfnn', B: 'uunfnnnfxnnn' },
      ),
      of('end-waiver', { waiver: 'none' }, { A: 'uufnnnnfnfnn', B: 'uunfnnnfnnnn' }),
    ];
  }),
  {
    entry: '/[locale]/needs/looked/route',
    path: '/en/needs/looked',
    fields: {},
    letters: 'uurr+++rrrrr',
  },
  {
    entry: '/[locale]/needs/[id]/comment/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/comment',
    fields: { to: 'sent', comment: 'Said.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/needs/[id]/resolve/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/resolve',
    fields: { id: '00000000-0000-4000-8000-000000000001' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/decisions/take/route',
    path: '/en/decisions/take',
    fields: { verb: 'approve', filter: 'show=queue', fingerprint: '0'.repeat(64) },
    letters: 'uuff409409409fffff',
  },
  {
    entry: '/[locale]/decisions/[id]/reopen/route',
    path: '/en/decisions/00000000-0000-4000-8000-000000000001/reopen',
    fields: { reason: 'A reason.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/progress/remind/route',
    path: '/en/progress/remind',
    fields: {},
    letters: 'uufffff++fff',
  },
  {
    entry: '/[locale]/reviewers/nominate/route',
    path: '/en/reviewers/nominate',
    fields: { accountId: '{reviewer of D}', state: '' },
    letters: 'uuffffff+fff',
  },
  {
    entry: '/[locale]/reviewers/leave/route',
    path: '/en/reviewers/leave',
    fields: { accountId: '{reviewer of D}', fromOn: '2027-02-01', untilOn: '2027-01-01' },
    letters: 'uuffffffxfff',
  },
  {
    entry: '/[locale]/reviewers/end-leave/route',
    path: '/en/reviewers/end-leave',
    fields: { leave: 'none' },
    letters: 'uuffffffnfff',
  },
  {
    entry: '/[locale]/reviewers/balance/route',
    path: '/en/reviewers/balance',
    fields: { fingerprint: 'none' },
    letters: 'uuffffff409fff',
  },
  {
    entry: '/[locale]/admin/settings/set/route',
    path: '/en/admin/settings/set',
    fields: { 'four-eyes-lift': 'sometimes' },
    letters: 'uufffffrxfff',
  },
  {
    entry: '/[locale]/reviews/[id]/import/check/route',
    path: '/en/reviews/{A}/import/check',
    fields: {},
    letters: '415'.repeat(12),
    bare: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/reviews/[id]/self-assessment/fill/route',
    path: '/en/reviews/{A}/self-assessment/fill',
    fields: {},
    letters: '415'.repeat(12),
    bare: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/reviews/[id]/import/[preview]/confirm/route',
    path: '/en/reviews/{A}/import/00000000-0000-4000-8000-000000000001/confirm',
    fields: {},
    letters: 'uunnnnnfnnnn',
  },
  {
    entry: '/[locale]/needs/[id]/copy/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/copy',
    fields: {},
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/needs/[id]/autosave/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/autosave',
    fields: { review: '{A}', text: 'Typed.' },
    letters: 'uu+n++nff+nn',
  },
  {
    entry: '/[locale]/needs/[id]/discard/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/discard',
    fields: {},
    letters: 'uu++++++++++',
  },
  {
    entry: '/[locale]/needs/[id]/take-up/route',
    path: '/en/needs/00000000-0000-4000-8000-000000000001/take-up',
    fields: { version: '1', takeUp: '1' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/accounts/set-mail/route',
    path: '/en/accounts/set-mail',
    fields: { mail: 'daily' },
    letters: 'uu++++++++++',
  },
  {
    entry: '/[locale]/reviews/[id]/attach/route',
    path: '/en/reviews/{A}/attach',
    fields: {},
    letters: '415'.repeat(12),
    bare: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/reviews/[id]/priorities/set/route',
    path: '/en/reviews/{B}/priorities/set',
    fields: { 'rank.00000000-0000-4000-8000-000000000001.1': '1' },
    letters: 'uunnnnnffnnn',
  },
  {
    entry: '/[locale]/reviews/[id]/priorities/arrange/route',
    path: '/en/reviews/{B}/priorities/arrange',
    fields: {},
    letters: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/needs/export/route',
    path: '/en/needs/export',
    fields: {},
    letters: '++++++++++++',
  },
  {
    entry: '/[locale]/needs/resubmit/route',
    path: '/en/needs/resubmit',
    fields: { need: '00000000-0000-4000-8000-000000000001~1' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/accounts/invite/route',
    path: '/en/accounts/invite',
    fields: { email: '{new}@example.org', name: 'New', role: 'manager' },
    letters: 'uuffffff=fff',
  },
  {
    entry: '/[locale]/accounts/invite/route',
    path: '/en/accounts/invite',
    fields: { email: '{new}@example.org', name: 'New', role: 'reviewer', review: '{B}' },
    letters: 'uufrfffr=fff',
  },
  {
    entry: '/[locale]/accounts/reset-password/route',
    path: '/en/accounts/reset-password',
    fields: { accountId: '{focal point of B}' },
    letters: 'uuffffff=fff',
  },
  {
    entry: '/[locale]/accounts/change-password/route',
    path: '/en/accounts/change-password',
    fields: { current: 'not the right password', password: 'another long password' },
    letters: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/accounts/set-mail/route',
    path: '/en/accounts/set-mail',
    fields: { mail: 'hourly' },
    letters: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/accounts/deactivate/route',
    path: '/en/accounts/deactivate',
    fields: { accountId: '{focal point of B}' },
    letters: 'uuffffffxfff',
  },
  {
    entry: '/[locale]/accounts/reactivate/route',
    path: '/en/accounts/reactivate',
    fields: { accountId: '{focal point of B}' },
    letters: 'uuffffffnfff',
  },
  {
    entry: '/[locale]/accounts/colleagues/deactivate/route',
    path: '/en/accounts/colleagues/deactivate',
    fields: { accountId: '{focal point of B}' },
    letters: 'uunnffffffff',
  },
  {
    entry: '/[locale]/accounts/colleagues/invite/route',
    path: '/en/accounts/colleagues/invite',
    fields: { email: '{new}@example.org', name: 'New' },
    letters: 'uu==ffffffff',
  },
  {
    entry: '/[locale]/accounts/colleagues/hand-over/route',
    path: '/en/accounts/colleagues/hand-over',
    fields: {},
    letters: '415'.repeat(12),
    bare: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/accounts/invitations/[token]/accept/route',
    path: '/en/accounts/invitations/none/accept',
    fields: { name: 'Nobody', password: 'another long password' },
    letters: 'nnnnnnnnnnnn',
  },
  {
    entry: '/[locale]/accounts/remember-language/route',
    path: '/en/accounts/remember-language',
    fields: { language: 'en' },
    letters: '++++++++++++',
  },
  {
    entry: '/[locale]/accounts/begin-session/route',
    path: '/en/accounts/begin-session',
    fields: { email: '{new}@example.org', password: 'not the right password' },
    letters: 'xxxxxxxxxxxx',
  },
  {
    entry: '/api/auth/[...nextauth]/route',
    path: '/api/auth/signout',
    fields: {},
    letters: '++++++++++++',
  },
  {
    entry: '/[locale]/summaries/against-the-note/notes/enter/route',
    path: '/en/summaries/against-the-note/notes/enter',
    fields: {},
    letters: '415'.repeat(12),
    bare: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/summaries/against-the-note/notes/withdraw/route',
    path: '/en/summaries/against-the-note/notes/withdraw',
    fields: { id: '00000000-0000-4000-8000-000000000001' },
    letters: 'uufffffnrfff',
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
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/[id]/accept/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/accept',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/[id]/reject/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/reject',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/[id]/dispute/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/dispute',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/[id]/answer/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/answer',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/[id]/confirm/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/confirm',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/[id]/withdraw/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/withdraw',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/matches/[id]/reopen/route',
    path: '/en/assistance/matches/00000000-0000-4000-8000-000000000001/reopen',
    fields: { version: '1', degree: 'partly', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/plans/begin/route',
    path: '/en/assistance/plans/begin',
    fields: { id: 'none', title: 'A plan' },
    letters: 'uufffffnrfff',
  },
  {
    entry: '/[locale]/assistance/plans/[id]/gather/route',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001/gather',
    fields: { region: 'AFR' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/plans/[id]/remove/route',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001/remove',
    fields: { need: 'none' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/plans/[id]/make/route',
    path: '/en/assistance/plans/00000000-0000-4000-8000-000000000001/make',
    fields: { theme: 'sport', kind: 'training' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/enter/route',
    path: '/en/assistance/enter',
    fields: { title: '' },
    letters: 'uufffffxffxf',
  },
  {
    entry: '/[locale]/assistance/[id]/edit/route',
    path: '/en/assistance/00000000-0000-4000-8000-000000000001/edit',
    fields: { version: '1' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/[id]/cancel/route',
    path: '/en/assistance/00000000-0000-4000-8000-000000000001/cancel',
    fields: { version: '1', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/assistance/import/check/route',
    path: '/en/assistance/import/check',
    fields: {},
    letters: '415'.repeat(12),
    bare: 'uuxxxxxxxxxx',
  },
  {
    entry: '/[locale]/assistance/import/[preview]/confirm/route',
    path: '/en/assistance/import/00000000-0000-4000-8000-000000000001/confirm',
    fields: { fingerprint: 'x' },
    letters: 'uufffffnffnf',
  },
  {
    entry: '/[locale]/assistance/hubs/enter/route',
    path: '/en/assistance/hubs/enter',
    fields: { name: '' },
    letters: 'uufffffxffff',
  },
  {
    entry: '/[locale]/assistance/hubs/[id]/edit/route',
    path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001/edit',
    fields: { version: '1' },
    letters: 'uunnnnnnnnnn',
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
    letters: 'uufffffxffff',
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
  ).map(([verb, fields]) => ({
    entry: `/[locale]/notes/[id]/${verb}/route`,
    path: `/en/notes/00000000-0000-4000-8000-000000000001/${verb.replace('[key]', 'summary')}`,
    fields,
    letters: 'uunnnnnnnnnn',
  })),
  ...['ask', 'cancel'].map((verb) => ({
    entry: `/[locale]/notes/[id]/documents/${verb}/route`,
    path: `/en/notes/00000000-0000-4000-8000-000000000001/documents/${verb}`,
    fields: {},
    letters: 'uufffffnffff',
  })),
  {
    entry: '/[locale]/coding/draw/route',
    path: '/en/coding/draw',
    fields: { drawnFrom: 'approved', cycle: '2', share: '0', seed: 'x', coders: '1' },
    letters: 'uuxxxxxxxxxx',
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
    letters: 'uuffrrrxrfff',
  },
  {
    entry: '/[locale]/coding/samples/[id]/hand-on/route',
    path: '/en/coding/samples/00000000-0000-4000-8000-000000000001/hand-on',
    fields: { from: '', to: 'x' },
    letters: 'uufffffnffff',
  },
  {
    entry: '/[locale]/coding/tasks/[id]/code/route',
    path: '/en/coding/tasks/00000000-0000-4000-8000-000000000001/code',
    fields: { articles: '5' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/coding/differences/[id]/settle/route',
    path: '/en/coding/differences/00000000-0000-4000-8000-000000000001/settle',
    fields: { outcome: 'first', reason: 'So.' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/coding/differences/[id]/copy/route',
    path: '/en/coding/differences/00000000-0000-4000-8000-000000000001/copy',
    fields: { text: 'A text.', language: 'en' },
    letters: 'uunnnnnnnnnn',
  },
  {
    entry: '/[locale]/coding/examples/[id]/remove/route',
    path: '/en/coding/examples/00000000-0000-4000-8000-000000000001/remove',
    fields: {},
    letters: 'uunnnnnnnnnn',
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
  ].map(([verb, fields]) => ({
    entry: `/[locale]/admin/terms/${String(verb)}/route`,
    path: `/en/admin/terms/${String(verb)}`,
    fields: fields as Fields,
    letters: verb === 'rename' ? 'uuffffffnfff' : 'uuffffffxfff',
  })),
  // Last, because it ends the session.
  {
    entry: '/[locale]/accounts/end-session/route',
    path: '/en/accounts/end-session',
    fields: {},
    letters: '++++++++++++',
  },
];

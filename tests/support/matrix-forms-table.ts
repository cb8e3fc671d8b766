type Fields = Readonly<Record<string, string>>;

/**
 * All else that can be sent, with the same order of actors: `+` done and led on, `=` done and shown (a new link), `u` sign in
 * first, `r` forbidden to the role, `f` the same where the form's page is closed to the role as well, `n` as if there were none,
 * `x` refused because of what was sent. What is done to a review is done to one that was made for it.
 */
export const sendTable: readonly Readonly<{ entry: string; path: string; fields: Fields; letters: string; bare?: string }>[] = [
  { entry: '/[locale]/needs/enter/route', path: '/en/needs/enter', fields: { review: '{A}', text: 'Entered.' }, letters: 'uu+n++nff+' },
  { entry: '/[locale]/needs/enter/route', path: '/en/needs/enter', fields: { review: '{B}', text: 'Entered.' }, letters: 'uun+nnnffn' },
  { entry: '/[locale]/needs/enter/route', path: '/en/needs/enter', fields: { review: '{C}', text: 'Entered.' }, letters: 'uunnnnnffn' },
  { entry: '/[locale]/reviews/create/route', path: '/en/reviews/create', fields: { state: '{newState}', cycle: '1' }, letters: 'uuffffff+f' },
  ...(['A', 'B', 'C'] as const).flatMap((place) => {
    const letters = { A: 'uurnrrnr+r', B: 'uunrnnnr+n', C: 'uunnnnnr+n' }[place];
    const of = (verb: string, fields: Fields) => ({ entry: `/[locale]/reviews/[id]/${verb}/route`, path: `/en/reviews/{${place}}/${verb}`, fields, letters });
    return [of('appoint', { accountId: '{reviewer of D}' }), of('release', { accountId: '{assigned}' }), of('set-completion', { version: '{version}', completedOn: '2022-02-01' }), of('publish', { version: '{version}' }), of('deadlines', { version: '{version}', entryDueOn: '2027-02-01', decisionDueOn: '' })];
  }),
  ...(['A', 'B', 'C'] as const).flatMap((place) => {
    const letters = { A: 'uuxnxxnrrr', B: 'uunxnnnrrn', C: 'uunnnnnrrn' }[place];
    const of = (verb: string, fields: Fields) => ({ entry: `/[locale]/reviews/[id]/${verb}/route`, path: `/en/reviews/{${place}}/${verb}`, fields, letters });
    return [of('answer', {}), of('declare', { chapter: 'III' }), of('take-back', { chapter: 'II', reason: '' }), { ...of('withdraw-answer', { article: 'none' }), letters: 'uuxxxxxxxx' }];
  }),
  ...(['A', 'B'] as const).flatMap((place) => {
    const of = (path: string, fields: Fields, letters: string) => ({ entry: `/[locale]/reviews/[id]/${path}/route`, path: `/en/reviews/{${place}}/${path}`, fields, letters });
    const none = '00000000-0000-4000-8000-000000000001';
    return [of('grid/save', { need: none, [`${none}.version`]: '1' }, 'uunnnnnffn'), of('self-assessment/save', { language: 'xx' }, { A: 'uuxnxxnffx', B: 'uunxnnnffn' }[place])];
  }),
  ...(['A', 'B'] as const).flatMap((place) => {
    const of = (verb: string, fields: Fields, letters: Readonly<{ A: string; B: string }>) => ({ entry: `/[locale]/reviews/[id]/${verb}/route`, path: `/en/reviews/{${place}}/${verb}`, fields, letters: letters[place] });
    return [
      of('close', { version: '{version}' }, { A: 'uufnxxnfxf', B: 'uunfnnnfxn' }), of('reopen', { version: '{version}', reason: 'A reason.' }, { A: 'uufnssnfsf', B: 'uunfnnnfsn' }),
      of('waive', { reason: '', expiresOn: '2027-02-01' }, { A: 'uufnxxnfxf', B: 'uunfnnnfxn' }), of('end-waiver', { waiver: 'none' }, { A: 'uufnnnnfnf', B: 'uunfnnnfnn' }),
    ];
  }),
  { entry: '/[locale]/needs/looked/route', path: '/en/needs/looked', fields: {}, letters: 'uurr+++rrr' },
  { entry: '/[locale]/needs/[id]/comment/route', path: '/en/needs/00000000-0000-4000-8000-000000000001/comment', fields: { to: 'sent', comment: 'Said.' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/needs/[id]/resolve/route', path: '/en/needs/00000000-0000-4000-8000-000000000001/resolve', fields: { id: '00000000-0000-4000-8000-000000000001' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/decisions/take/route', path: '/en/decisions/take', fields: { verb: 'approve', filter: 'show=queue', fingerprint: '0'.repeat(64) }, letters: 'uuff409409409fff' },
  { entry: '/[locale]/decisions/[id]/reopen/route', path: '/en/decisions/00000000-0000-4000-8000-000000000001/reopen', fields: { reason: 'A reason.' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/progress/remind/route', path: '/en/progress/remind', fields: {}, letters: 'uufffff++f' },
  { entry: '/[locale]/reviewers/nominate/route', path: '/en/reviewers/nominate', fields: { accountId: '{reviewer of D}', state: '' }, letters: 'uuffffff+f' },
  { entry: '/[locale]/reviewers/leave/route', path: '/en/reviewers/leave', fields: { accountId: '{reviewer of D}', fromOn: '2027-02-01', untilOn: '2027-01-01' }, letters: 'uuffffffxf' },
  { entry: '/[locale]/reviewers/end-leave/route', path: '/en/reviewers/end-leave', fields: { leave: 'none' }, letters: 'uuffffffnf' },
  { entry: '/[locale]/reviewers/balance/route', path: '/en/reviewers/balance', fields: { fingerprint: 'none' }, letters: 'uuffffff409f' },
  { entry: '/[locale]/admin/settings/set/route', path: '/en/admin/settings/set', fields: { 'four-eyes-lift': 'sometimes' }, letters: 'uufffffrxf' },
  { entry: '/[locale]/reviews/[id]/import/check/route', path: '/en/reviews/{A}/import/check', fields: {}, letters: '415'.repeat(10), bare: 'uuxxxxxxxx' },
  { entry: '/[locale]/reviews/[id]/self-assessment/fill/route', path: '/en/reviews/{A}/self-assessment/fill', fields: {}, letters: '415'.repeat(10), bare: 'uuxxxxxxxx' },
  { entry: '/[locale]/reviews/[id]/import/[preview]/confirm/route', path: '/en/reviews/{A}/import/00000000-0000-4000-8000-000000000001/confirm', fields: {}, letters: 'uunnnnnfnn' },
  { entry: '/[locale]/needs/[id]/copy/route', path: '/en/needs/00000000-0000-4000-8000-000000000001/copy', fields: {}, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/needs/[id]/autosave/route', path: '/en/needs/00000000-0000-4000-8000-000000000001/autosave', fields: { review: '{A}', text: 'Typed.' }, letters: 'uu+n++nff+' },
  { entry: '/[locale]/needs/[id]/discard/route', path: '/en/needs/00000000-0000-4000-8000-000000000001/discard', fields: {}, letters: 'uu++++++++' },
  { entry: '/[locale]/needs/[id]/take-up/route', path: '/en/needs/00000000-0000-4000-8000-000000000001/take-up', fields: { version: '1', takeUp: '1' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/accounts/set-mail/route', path: '/en/accounts/set-mail', fields: { mail: 'daily' }, letters: 'uu++++++++' },
  { entry: '/[locale]/reviews/[id]/attach/route', path: '/en/reviews/{A}/attach', fields: {}, letters: '415'.repeat(10), bare: 'uuxxxxxxxx' },
  { entry: '/[locale]/reviews/[id]/priorities/set/route', path: '/en/reviews/{B}/priorities/set', fields: { 'rank.00000000-0000-4000-8000-000000000001.1': '1' }, letters: 'uunnnnnffn' },
  { entry: '/[locale]/reviews/[id]/priorities/arrange/route', path: '/en/reviews/{B}/priorities/arrange', fields: {}, letters: 'uuxxxxxxxx' },
  { entry: '/[locale]/needs/export/route', path: '/en/needs/export', fields: {}, letters: '++++++++++' },
  { entry: '/[locale]/needs/resubmit/route', path: '/en/needs/resubmit', fields: { need: '00000000-0000-4000-8000-000000000001~1' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/accounts/invite/route', path: '/en/accounts/invite', fields: { email: '{new}@example.org', name: 'New', role: 'manager' }, letters: 'uuffffff=f' },
  { entry: '/[locale]/accounts/invite/route', path: '/en/accounts/invite', fields: { email: '{new}@example.org', name: 'New', role: 'reviewer', review: '{B}' }, letters: 'uufrfffr=f' },
  { entry: '/[locale]/accounts/reset-password/route', path: '/en/accounts/reset-password', fields: { accountId: '{focal point of B}' }, letters: 'uuffffff=f' },
  { entry: '/[locale]/accounts/change-password/route', path: '/en/accounts/change-password', fields: { current: 'not the right password', password: 'another long password' }, letters: 'uuxxxxxxxx' },
  { entry: '/[locale]/accounts/set-mail/route', path: '/en/accounts/set-mail', fields: { mail: 'hourly' }, letters: 'uuxxxxxxxx' },
  { entry: '/[locale]/accounts/deactivate/route', path: '/en/accounts/deactivate', fields: { accountId: '{focal point of B}' }, letters: 'uuffffffxf' },
  { entry: '/[locale]/accounts/reactivate/route', path: '/en/accounts/reactivate', fields: { accountId: '{focal point of B}' }, letters: 'uuffffffnf' },
  { entry: '/[locale]/accounts/colleagues/deactivate/route', path: '/en/accounts/colleagues/deactivate', fields: { accountId: '{focal point of B}' }, letters: 'uunnffffff' },
  { entry: '/[locale]/accounts/colleagues/invite/route', path: '/en/accounts/colleagues/invite', fields: { email: '{new}@example.org', name: 'New' }, letters: 'uu==ffffff' },
  { entry: '/[locale]/accounts/colleagues/hand-over/route', path: '/en/accounts/colleagues/hand-over', fields: {}, letters: '415'.repeat(10), bare: 'uuxxxxxxxx' },
  { entry: '/[locale]/accounts/invitations/[token]/accept/route', path: '/en/accounts/invitations/none/accept', fields: { name: 'Nobody', password: 'another long password' }, letters: 'nnnnnnnnnn' },
  { entry: '/[locale]/accounts/remember-language/route', path: '/en/accounts/remember-language', fields: { language: 'en' }, letters: '++++++++++' },
  { entry: '/[locale]/accounts/begin-session/route', path: '/en/accounts/begin-session', fields: { email: '{new}@example.org', password: 'not the right password' }, letters: 'xxxxxxxxxx' },
  { entry: '/api/auth/[...nextauth]/route', path: '/api/auth/signout', fields: {}, letters: '++++++++++' },
  { entry: '/[locale]/summaries/against-the-note/notes/enter/route', path: '/en/summaries/against-the-note/notes/enter', fields: {}, letters: '415'.repeat(10), bare: 'uuxxxxxxxx' },
  { entry: '/[locale]/summaries/against-the-note/notes/withdraw/route', path: '/en/summaries/against-the-note/notes/withdraw', fields: { id: '00000000-0000-4000-8000-000000000001' }, letters: 'uufffffnrf' },
  { entry: '/[locale]/assistance/enter/route', path: '/en/assistance/enter', fields: { title: '' }, letters: 'uufffffxff' },
  { entry: '/[locale]/assistance/[id]/edit/route', path: '/en/assistance/00000000-0000-4000-8000-000000000001/edit', fields: { version: '1' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/assistance/[id]/cancel/route', path: '/en/assistance/00000000-0000-4000-8000-000000000001/cancel', fields: { version: '1', reason: 'So.' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/assistance/import/check/route', path: '/en/assistance/import/check', fields: {}, letters: '415'.repeat(10), bare: 'uuxxxxxxxx' },
  { entry: '/[locale]/assistance/import/[preview]/confirm/route', path: '/en/assistance/import/00000000-0000-4000-8000-000000000001/confirm', fields: { fingerprint: 'x' }, letters: 'uufffffnff' },
  { entry: '/[locale]/assistance/hubs/enter/route', path: '/en/assistance/hubs/enter', fields: { name: '' }, letters: 'uufffffxff' },
  { entry: '/[locale]/assistance/hubs/[id]/edit/route', path: '/en/assistance/hubs/00000000-0000-4000-8000-000000000001/edit', fields: { version: '1' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/coding/draw/route', path: '/en/coding/draw', fields: { drawnFrom: 'approved', cycle: '2', share: '0', seed: 'x', coders: '1' }, letters: 'uuxxxxxxxx' },
  { entry: '/[locale]/coding/draw/route', path: '/en/coding/draw', fields: { drawnFrom: 'approved', cycle: '2', share: '100', seed: 'x', coders: '1', revision: '1' }, letters: 'uuffrrrxrf' },
  { entry: '/[locale]/coding/samples/[id]/hand-on/route', path: '/en/coding/samples/00000000-0000-4000-8000-000000000001/hand-on', fields: { from: '', to: 'x' }, letters: 'uufffffnff' },
  { entry: '/[locale]/coding/tasks/[id]/code/route', path: '/en/coding/tasks/00000000-0000-4000-8000-000000000001/code', fields: { articles: '5' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/coding/differences/[id]/settle/route', path: '/en/coding/differences/00000000-0000-4000-8000-000000000001/settle', fields: { outcome: 'first', reason: 'So.' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/coding/differences/[id]/copy/route', path: '/en/coding/differences/00000000-0000-4000-8000-000000000001/copy', fields: { text: 'A text.', language: 'en' }, letters: 'uunnnnnnnn' },
  { entry: '/[locale]/coding/examples/[id]/remove/route', path: '/en/coding/examples/00000000-0000-4000-8000-000000000001/remove', fields: {}, letters: 'uunnnnnnnn' },
  ...[['add', { kind: 'tag', code: 'training', decidedOn: '2023-02-28', ...Object.fromEntries(['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((locale) => [`name.${locale}`, 'A name'])) }], ['rename', { kind: 'tag', code: 'none', decidedOn: '2023-02-28', ...Object.fromEntries(['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((locale) => [`name.${locale}`, 'A name'])) }],
    ['merge', { kind: 'tag', code: 'training', decidedOn: '2023-02-28', into: 'training' }], ['split', { kind: 'tag', code: 'training', decidedOn: '2023-02-28' }]].map(([verb, fields]) => (
    { entry: `/[locale]/admin/terms/${String(verb)}/route`, path: `/en/admin/terms/${String(verb)}`, fields: fields as Fields, letters: verb === 'rename' ? 'uuffffffnf' : 'uuffffffxf' })),
  // Last, because it ends the session.
  { entry: '/[locale]/accounts/end-session/route', path: '/en/accounts/end-session', fields: {}, letters: '++++++++++' },
];

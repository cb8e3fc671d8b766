/** The message for the state of an account: closed, invited and not yet accepted, or in use. */
export function accountState(active: boolean, invited: boolean) {
  if (!active) return 'accounts.inactive';
  return invited ? 'accounts.invited' : 'accounts.active';
}

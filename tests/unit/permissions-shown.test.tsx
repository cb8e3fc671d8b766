import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PermissionsTable } from '#components/accounts/permissions-table';
import { accountRoles } from '#lib/base/roles';
import { locales } from '#lib/convention/names';
import { permissions } from '#lib/needs/model/permissions';
import { transitions } from '#lib/needs/model/transitions';
import { translator } from '#lib/text/i18n';

describe('the page of permissions', () => {
  it('has a line for every role of every step that the register allows, and no other', () => {
    const allowed = Object.entries(transitions).flatMap(([verb, { by }]) =>
      Object.keys(by).map((role) => `${role} ${verb}`),
    );
    expect(
      permissions()
        .map(({ role, verb }) => `${role} ${verb}`)
        .toSorted(),
    ).toEqual(allowed.toSorted());
    expect(accountRoles).toContain('focal-point');
  });

  it.each([
    ['contributor', 'edit', ['draft'], 'drafts', 'own-state'],
    ['focal-point', 'submit', ['draft', 'returned'], 'always', 'own-state'],
    ['reviewer', 'submit', ['draft', 'returned'], 'own-entry', 'assigned'],
    ['reviewer', 'approve', ['submitted', 'recoded'], 'other-hands', 'assigned'],
    ['administrator', 'lift-four-eyes', ['submitted', 'recoded'], 'always', 'all'],
  ])('says that a %s may %s in %j: %s, %s', (role, verb, statuses, condition, place) => {
    const line = permissions().find((each) => each.role === role && each.verb === verb);
    expect(line).toMatchObject({ statuses, condition, place });
  });

  it('is shown in each of the six languages', () => {
    for (const locale of locales) {
      const t = translator(locale);
      const shown = renderToStaticMarkup(<PermissionsTable t={t} />);
      expect(shown).toContain(t('permissions.caption'));
      expect(shown.match(/<tr>/g)).toHaveLength(permissions().length + 1);
    }
  });
});

import { permissions } from '#lib/needs/model/permissions';
import type { Translate } from '#lib/text/i18n';

/** The matrix of role, step, status and State. */
export const PermissionsTable = ({ t }: { t: Translate }) => (
  <div className="scroll">
    <table>
      <caption>{t('permissions.caption')}</caption>
      <thead>
        <tr>
          {(['role', 'verb', 'status', 'condition', 'place', 'reason'] as const).map((column) => (
            <th key={column} scope="col" className="words">
              {t(`permissions.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions().map(({ role, verb, statuses, condition, place, needsReason }) => (
          <tr key={`${role} ${verb}`}>
            <th scope="row" className="words">
              {t(`roles.${role}`)}
            </th>
            <td className="words">{t(`verbs.${verb}`)}</td>
            <td className="words">
              <ul>
                {statuses.map((status) => (
                  <li key={status}>{t(`statuses.${status}`)}</li>
                ))}
              </ul>
            </td>
            <td className="words">{t(`permissions.conditions.${condition}`)}</td>
            <td className="words">{t(`permissions.places.${place}`)}</td>
            <td className="words">{needsReason ? t('permissions.reasonNeeded') : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

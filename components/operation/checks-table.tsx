import { StatusTag } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { checkText } from '#lib/operation/checks/check-text';
import type { CheckResult } from '#lib/operation/checks/vocabulary';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; checks: readonly CheckResult[] }>;

const marks = { ok: '✓', warning: '!', fault: '✕' } as const;
const tags = { ok: 'approved', warning: 'returned', fault: 'returned' } as const;

/** What the doctor found: each check, its state as a word, and what to do. */
export function ChecksTable({ locale, t, checks }: Props) {
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('operation.caption')}</caption>
        <thead>
          <tr>
            {(['check', 'state', 'text'] as const).map((column) => (
              <th key={column} scope="col" className="words">
                {t(`operation.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checks.map((found) => (
            <tr key={found.name}>
              <th scope="row">{t(`operation.names.${found.name}`)}</th>
              <td className="words">
                <StatusTag
                  code={tags[found.state]}
                  mark={marks[found.state]}
                  label={t(`operation.states.${found.state}`)}
                />
              </td>
              <td className="words">{checkText(locale, t, found)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import type { Locale } from '#lib/convention/names';
import type { Check } from '#lib/notes/checks/list-checks';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  notePath: string;
  checks: readonly Check[];
}>;

/** Where a check is settled: the review, the block, or its place among the changed ones. */
function pathOf({ locale, notePath }: Pick<Props, 'locale' | 'notePath'>, check: Check): string {
  const { kind, key, locale: language, review } = check;
  if (key === null) return review ? `/${locale}/reviews/${review}` : `${notePath}/write`;
  if (kind === 'moved') return `${notePath}/moved#${key}`;
  return `${notePath}/blocks/${key}${language ? `?language=${language}` : ''}`;
}

function checkText(t: Translate, { kind, locale: language, detail = '' }: Check): string {
  return t(`notes.checks.kinds.${kind}`, {
    language: language ? languageNames[language] : '',
    detail,
  });
}

/** Checks, each with the link to where it is settled. */
export function CheckList({
  t,
  checks,
  names,
  ...props
}: Props & Readonly<{ names: ReadonlyMap<string, string> }>) {
  if (checks.length === 0) return <p>{t('notes.checks.nothing')}</p>;
  const text = (check: Check) =>
    check.key === null
      ? checkText(t, check)
      : `${names.get(check.key) ?? check.key}: ${checkText(t, check)}`;
  return (
    <ul className="columns-list">
      {checks.map((check) => (
        <li key={`${check.kind} ${check.key} ${check.locale} ${check.detail}`}>
          <a href={pathOf(props, check)}>{text(check)}</a>
        </li>
      ))}
    </ul>
  );
}

/** Checks about reviews, behind one line: there may be as many as there are States. */
export const ReviewChecks = ({
  checks,
  summary,
  ...props
}: Pick<Props, 'locale' | 'notePath' | 'checks'> & Readonly<{ summary: string }>) =>
  checks.length === 0 ? null : (
    <details>
      <summary>{summary}</summary>
      <ul className="columns-list">
        {checks.map((check) => (
          <li key={check.review}>
            <a href={pathOf(props, check)}>{check.detail}</a>
          </li>
        ))}
      </ul>
    </details>
  );

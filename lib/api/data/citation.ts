import 'server-only';
import { environment } from '#lib/base/env';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';

type Cited = Readonly<{
  locale: Locale;
  kind: 'data' | 'report';
  title: string;
  /** Below the language of the page. */
  path: string;
  cutoff: string;
  revision: number;
  /** The day of a document; numbers have that of their cut-off. */
  date?: string;
}>;

/** A text on one line, as RIS and BibTeX have it. */
const onLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** A text in BibTeX: what has a meaning there has none. */
const inBibtex = (text: string) =>
  onLine(text)
    .replaceAll('\\', '\\textbackslash ')
    .replaceAll(/[{}$&%#_]/g, (sign) => `\\${sign}`);

/**
 * How a figure, its table, a number or an edition is cited in a language, with its lasting address:
 * as a sentence, as BibTeX and as RIS.
 */
export function citation({ locale, kind, title, path, cutoff, revision, date = cutoff }: Cited) {
  const t = translator(locale);
  const site = t('site.name');
  const address = `${environment().publicUrl.origin}/${locale}/${path}`;
  const accessed = today();
  const note = t('api.citation.note', {
    cutoff: formatDate(locale, cutoff),
    revision: String(revision),
  });
  const on = t('api.citation.accessed', { date: formatDate(locale, accessed) });
  const [year, month, day] = date.split('-') as [string, string, string];
  const fields = [
    ['author', inBibtex(site)],
    ['title', inBibtex(title)],
    ['year', year],
    ['url', address],
    ['urldate', accessed],
    ['note', inBibtex(note)],
  ].map(
    ([name, value]) => `  ${name} = {${name === 'url' || name === 'year' ? value : `{${value}}`}}`,
  );
  const ris = [
    ['TY', kind === 'data' ? 'DATA' : 'RPRT'],
    ['AU', onLine(site)],
    ['TI', onLine(title)],
    ['PY', year],
    ['DA', `${year}/${month}/${day}`],
    ['LA', locale],
    ['UR', address],
    ['Y2', accessed.replaceAll('-', '/')],
    ['N1', onLine(note)],
    ['ER', ''],
  ];
  return {
    address,
    cutoff,
    revision,
    text: `${site}. ${onLine(title)}. ${note} ${address} ${on}`,
    bibtex: `@misc{needs-register-${revision},\n${fields.join(',\n')}\n}\n`,
    ris: ris.map(([tag, value]) => `${tag}  - ${value}\r\n`).join(''),
  };
}

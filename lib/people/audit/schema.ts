import { readCode } from '#lib/text/written';
import { auditKinds, maxAuditPage, type AuditKind } from '#lib/people/audit/vocabulary';

/**
 * What the audit page shows: of one person, of one kind, from a day until a day, from one network,
 * about one thing by its id or reference.
 */
export type AuditFilter = Readonly<{
  person: string;
  kind: AuditKind | '';
  from: string;
  until: string;
  network: string;
  about: string;
  page: number;
}>;

type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

const day = /^\d{4}-\d{2}-\d{2}$/;
const id = /^[\w-]{1,64}$/;
const network = /^[\da-fA-F.:/]{1,64}$/;

/** Reads the parameters of the page; what is not valid filters nothing. */
export function parseAuditFilter(parameters: Parameters): AuditFilter {
  const textOf = (name: string, pattern: RegExp) => {
    const value = parameters[name];
    const text = readCode((typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, 100));
    return text.length <= 64 && pattern.test(text) ? text : '';
  };
  const page = Number(textOf('page', /^[1-9]\d{0,2}$/) || 1);
  const kind = textOf('kind', /^[a-z-]+$/);
  return {
    person: textOf('person', id),
    kind: auditKinds.find((each) => each === kind) ?? '',
    from: textOf('from', day),
    until: textOf('until', day),
    network: textOf('network', network).toLowerCase(),
    about: textOf('about', id),
    page: Math.min(page, maxAuditPage),
  };
}

/** The query of a page of the list. */
export function auditQuery({ page, ...filter }: AuditFilter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  return new URLSearchParams([...set, ...(page > 1 ? [['page', String(page)]] : [])]).toString();
}

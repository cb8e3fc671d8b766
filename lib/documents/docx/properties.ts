import type { FinishedNote } from '#lib/documents/model/document';
import { languageOf } from '#lib/documents/docx/language';
import { xmlDeclaration, escapeXml, xml } from '#lib/documents/docx/xml';

const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** Custom properties that identify the edition a file was made from. */
export const propertyNames = {
  symbol: 'Symbol',
  language: 'Language',
  cutoff: 'Cut-off',
  revision: 'Revision',
  checksum: 'Checksum',
} as const;

/** Dates the document by its cut-off and not by the clock, so that equal notes give equal bytes. */
const documentDate = ({ cutoff }: FinishedNote) =>
  /^\d{4}-\d{2}-\d{2}$/.test(cutoff) ? `${cutoff}T00:00:00Z` : '2000-01-01T00:00:00Z';

export function coreProperties(note: FinishedNote): string {
  const day = (name: string) =>
    xml(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, documentDate(note));
  return (
    xmlDeclaration +
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': core,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      xml('dc:title', {}, escapeXml(note.head.title)),
      xml('dc:subject', {}, escapeXml(note.head.symbol)),
      xml('dc:creator', {}, escapeXml(note.head.author)),
      xml('dc:identifier', {}, escapeXml(note.checksum)),
      xml('dc:language', {}, languageOf(note.locale).tag),
      day('created'),
      day('modified'),
    )
  );
}

export function customProperties({
  head,
  locale,
  cutoff,
  revision,
  checksum,
}: FinishedNote): string {
  const values = {
    symbol: head.symbol,
    language: locale,
    cutoff,
    revision: String(revision),
    checksum,
  };
  const properties = Object.entries(propertyNames).map(([key, name], index) =>
    xml(
      'property',
      { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name },
      xml('vt:lpwstr', {}, escapeXml(values[key as keyof typeof values])),
    ),
  );
  return (
    xmlDeclaration +
    xml(
      'Properties',
      { xmlns: `${office}/custom-properties`, 'xmlns:vt': `${office}/docPropsVTypes` },
      ...properties,
    )
  );
}

export const applicationProperties = (): string =>
  xmlDeclaration +
  xml(
    'Properties',
    { xmlns: `${office}/extended-properties` },
    xml('Application', {}, 'Needs Register'),
    xml('DocSecurity', {}, '0'),
  );

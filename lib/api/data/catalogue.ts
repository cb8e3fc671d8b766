import { locales } from '#lib/convention/names';

const frequency = 'http://publications.europa.eu/resource/authority/frequency/CONT';
const licence = 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0';
const access = 'http://publications.europa.eu/resource/authority/access-right/PUBLIC';
const mediaType = (type: string) => ({
  '@id': `https://www.iana.org/assignments/media-types/${type}`,
});

type Named = Readonly<{ origin: string; name: (locale: (typeof locales)[number]) => string; about: string }>;

/** The public data of the register as a catalogue of DCAT-AP, in JSON-LD, with lasting addresses. */
export function dataCatalogue({ origin, name, about }: Named) {
  const at = (path: string) => `${origin}/api/v1${path}`;
  const titles = locales.map((locale) => ({ '@language': locale, '@value': name(locale) }));
  const publisher = { '@id': `${origin}/#publisher` };
  const distribution = (path: string, type: string, conformsTo: string) => ({
    '@id': at(path),
    '@type': 'dcat:Distribution',
    'dct:title': path.split('/').at(-1),
    'dcat:accessURL': { '@id': at(path) },
    'dcat:downloadURL': { '@id': at(path) },
    'dcat:mediaType': mediaType(type),
    'dct:license': { '@id': licence },
    'dct:conformsTo': { '@id': conformsTo },
  });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@graph': [
      { '@id': publisher['@id'], '@type': 'foaf:Agent', 'foaf:name': titles },
      {
        '@id': at('/data/catalogue'),
        '@type': 'dcat:Catalog',
        'dct:title': titles,
        'dct:description': { '@language': 'en', '@value': about },
        'dct:publisher': publisher,
        'dcat:dataset': { '@id': at('/data/catalogue#needs') },
      },
      {
        '@id': at('/data/catalogue#needs'),
        '@type': 'dcat:Dataset',
        'dct:identifier': at('/data/catalogue#needs'),
        'dct:title': titles,
        'dct:description': { '@language': 'en', '@value': about },
        'dct:publisher': publisher,
        'dct:accessRights': { '@id': access },
        'dct:accrualPeriodicity': { '@id': frequency },
        'dcat:landingPage': { '@id': `${origin}/en/summaries` },
        'dcat:distribution': [
          distribution('/data/needs.csv', 'text/csv', 'http://www.w3.org/ns/csvw'),
          distribution('/data/needs-count.csv', 'text/csv', at('/data/structure')),
          distribution(
            '/data/needs-count.xlsx',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            at('/data/structure'),
          ),
          distribution('/summary', 'application/json', at('/openapi.json')),
        ],
      },
    ],
  };
}

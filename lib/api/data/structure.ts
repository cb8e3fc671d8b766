import { codeLists, structure } from '#lib/api/data/observations';

const urn = (kind: string, id: string) =>
  `urn:sdmx:org.sdmx.infomodel.${kind}=${structure.agency}:${id}(${structure.version})`;
const concept = (id: string) =>
  `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=${structure.agency}:CS_NEEDS(${structure.version}).${id}`;

const listId = { AREA: 'CL_AREA', ARTICLE: 'CL_ARTICLE', CATEGORY: 'CL_CATEGORY', OBS_STATUS: 'CL_OBS_STATUS' };

const codelists = Object.entries(codeLists).map(([list, codes]) => ({
  id: listId[list as keyof typeof listId],
  agencyID: structure.agency,
  version: structure.version,
  name: list,
  codes: codes.map(({ id, names, m49 }) => ({
    id,
    name: names.en,
    names,
    ...(m49 ? { annotations: [{ id: 'M49', title: m49.join(' ') }] } : {}),
  })),
}));

const dimension = (id: string, list: keyof typeof listId, position: number) => ({
  id,
  position,
  conceptIdentity: concept(id),
  localRepresentation: { enumeration: urn('codelist.Codelist', listId[list]) },
});

/** The data structure definition of the numbers of needs, as SDMX-JSON 2.0. */
export const dataStructure = () => ({
  meta: {
    schema:
      'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/develop/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json',
    id: structure.id,
    contentLanguages: ['ar', 'en', 'es', 'fr', 'ru', 'zh'],
  },
  data: {
    codelists,
    conceptSchemes: [
      {
        id: 'CS_NEEDS',
        agencyID: structure.agency,
        version: structure.version,
        name: 'Concepts',
        concepts: [
          { id: 'REF_AREA', name: 'Reference area' },
          { id: 'ARTICLE', name: 'Article of the Convention' },
          { id: 'CATEGORY', name: 'Category of assistance' },
          { id: 'TIME_PERIOD', name: 'Cut-off' },
          { id: 'OBS_VALUE', name: 'Number of needs' },
          { id: 'OBS_STATUS', name: 'Observation status' },
        ],
      },
    ],
    dataStructures: [
      {
        id: structure.id,
        agencyID: structure.agency,
        version: structure.version,
        name: 'Technical assistance needs',
        dataStructureComponents: {
          dimensionList: {
            id: 'DimensionDescriptor',
            dimensions: [
              dimension('REF_AREA', 'AREA', 0),
              dimension('ARTICLE', 'ARTICLE', 1),
              dimension('CATEGORY', 'CATEGORY', 2),
            ],
            timeDimension: {
              id: 'TIME_PERIOD',
              conceptIdentity: concept('TIME_PERIOD'),
              localRepresentation: { format: { dataType: 'GregorianDay' } },
            },
          },
          measureList: {
            id: 'MeasureDescriptor',
            measures: [
              {
                id: 'OBS_VALUE',
                conceptIdentity: concept('OBS_VALUE'),
                localRepresentation: { format: { dataType: 'Integer', minValue: 0 } },
              },
            ],
          },
          attributeList: {
            id: 'AttributeDescriptor',
            attributes: [
              {
                id: 'OBS_STATUS',
                conceptIdentity: concept('OBS_STATUS'),
                attributeRelationship: { observation: {} },
                localRepresentation: {
                  enumeration: urn('codelist.Codelist', listId.OBS_STATUS),
                },
              },
            ],
          },
        },
      },
    ],
  },
});

/** The longest name of an organisation, in characters. */
export const maxOrganisationNameLength = 200;

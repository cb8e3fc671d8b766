/** The longest name of an organisation, in characters. */
export const longestOrganisationName = 200;

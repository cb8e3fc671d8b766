/** The parameters of a query: each name with all its values, in the order in which they were sent. */
export const queryParametersOf = (parameters: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]),
  );

const batchSize = 500;

/** Splits a list into batches that fit into one statement, or of another size. */
export const batches = <T>(list: readonly T[], size = batchSize): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );

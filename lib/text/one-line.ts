/**
 * What is written on one line: neither control characters nor halves of letters nor line ends,
 * which change how a page reads.
 */
export const oneLine = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

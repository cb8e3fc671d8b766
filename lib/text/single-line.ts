/** A text on a single line, without control characters, lone surrogates and line ends. */
export const singleLinePattern = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

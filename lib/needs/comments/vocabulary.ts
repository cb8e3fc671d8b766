/** Maximum length of a comment, in characters. */
export const longestComment = 4000;
/** The most comments on one need. */
export const mostComments = 500;

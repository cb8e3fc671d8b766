export const longestTitle = 200;
/** So many needs come into a plan at once, and so many it holds at most. */
export const mostAtOnce = 500;
export const mostInPlan = 1000;

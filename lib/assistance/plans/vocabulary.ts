export const longestTitle = 200;
/** How many needs can be added at once, and how many a plan can hold. */
export const mostAtOnce = 500;
export const mostInPlan = 1000;

export const maxTitleLength = 200;
/** How many needs can be added at once, and how many a plan can hold. */
export const maxNeedsPerAddition = 500;
export const maxNeedsInPlan = 1000;

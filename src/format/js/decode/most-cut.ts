/** Items of an array that may have been cut off: an answer holds no more, and nobody is made to build a larger one by a text. */
export const MOST_CUT = 10_000_000;

/** Pieces of structure of several drivers, to make texts of that look like prints and are seldom any. */
export const PIECES = ['{', '}', '[', ']', '(', ')', '"', "'", 'a', ': ', ', ', ' ', '1'] as const;

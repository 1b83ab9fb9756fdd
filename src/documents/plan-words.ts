/** Whom a plan's documents speak to, for somebody else who is handed one. */
export const READER = '“You” is the teacher whose plan this is.';

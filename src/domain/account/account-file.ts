/** How a file that holds everything of an account says what it is. */
export const ACCOUNT_FILE_FORM = 'next-steps-account';
/** The form of such a file; a new one when what reads it would misread the old. */
export const ACCOUNT_FILE_SCHEMA = 1;

/** A file larger than this is not brought in again: it would keep everybody else waiting. */
export const LARGEST_ACCOUNT_FILE = 8 * 1024 * 1024;
/** More plans than this no file brings in. */
export const PLANS_IN_FILE_AT_MOST = 300;

import { StartError } from '../start-error.ts';

/** Why a file cannot be imported, in one line for whoever gave it. Nothing was changed. */
export class ImportRefusal extends StartError {}

/** Why a backup cannot be written there or restored from it, in one line for whoever asked. Nothing was changed. */
export class BackupRefusal extends Error {
  override readonly name = 'BackupRefusal';
}

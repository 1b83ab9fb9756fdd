/** The address or the form is wrong in a way its sender can mend; `message` is shown to them. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly status: 400 | 413 | 415 | 422;

  constructor(message: string, status: 400 | 413 | 415 | 422 = 400) {
    super(message);
    this.status = status;
  }
}

/** More is asked for than can be made at once; the same request will be answered a little later. */
export class Busy extends Error {
  override readonly name = 'Busy';
  readonly retryAfterSeconds = 5;
}

/** There is no such page or thing. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

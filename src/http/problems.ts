/** The address or the form is wrong in a way its sender can mend; `message` is shown to them. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly status: 400 | 403 | 413 | 415 | 422;

  constructor(message: string, status: 400 | 403 | 413 | 415 | 422 = 400) {
    super(message);
    this.status = status;
  }
}

/**
 * More is asked for than can be made at once; the same request will be answered a little later. `message` is shown where
 * there is one.
 */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** There is no such page or thing; `words` say so where there is more to say than that. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  readonly words: { readonly title: string; readonly what: string } | undefined;

  constructor(words?: NotFound['words']) {
    super(words?.title ?? 'not found');
    this.words = words;
  }
}

/** There was such a thing, and it is over; `words` say so to whoever had a way in. */
export class Gone extends Error {
  override readonly name = 'Gone';
  readonly words: { readonly title: string; readonly what: string };

  constructor(words: Gone['words']) {
    super(words.title);
    this.words = words;
  }
}

/** Too many were asked for by one person or from one network. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * Only whoever is signed in can have it, and nobody is: they are offered to sign in, whether there is such a thing or not.
 * `lead` says what to do then, where they cannot simply be led on: a path that holds a key is carried by no form.
 */
export class SignInFirst extends Error {
  override readonly name = 'SignInFirst';
  readonly lead: string | undefined;

  constructor(lead?: string) {
    super('nobody is signed in');
    this.lead = lead;
  }
}

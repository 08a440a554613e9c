import { AppError } from '../../kernel/errors.ts';

const LATER = { hint: 'Try again in a few seconds.' };

/** There is no room for now: the log has reached its limit, or what waits to be written has. */
export class IntakeFull extends AppError {
  constructor() {
    super('unavailable', 'The intake is full: what it holds must reach the database first.', LATER);
  }
}

/** The disk refused (`reason` such as ENOSPC or EIO, for the log and not for the world): nothing of the record is kept. */
export class IntakeBroken extends AppError {
  readonly reason: string;
  constructor(reason: string) {
    super('unavailable', 'Nothing can be kept for now.', LATER);
    this.reason = reason;
  }
}

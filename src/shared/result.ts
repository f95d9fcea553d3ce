/**
 * Something that could not be done, told to a person.
 * `message` says what happened and to what; `next` says what the person can do about it.
 */
export interface Problem {
  readonly message: string;
  readonly next: string;
}

/** The outcome of work that can fail for reasons outside the program: a value, or a problem to show. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(message: string, next: string): Result<never> {
  return { ok: false, problem: { message, next } };
}

/** Marks a `switch` that must be exhaustive: the compiler refuses the call while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}

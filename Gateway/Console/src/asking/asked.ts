import { isPassing, Problem } from '../api/problem';

/** An answer, and when it came: milliseconds since 1970 by the centre's clock. */
export interface Answered<T> {
  answer: T;
  at: number;
}

/**
 * Where a question to the gateway stands. Nothing else says that there is nothing: an empty list is an answer, and only an answer.
 * `last` is what was answered to the same question before: it is old, and shown as old.
 */
export type Asked<T> =
  | { is: 'asked'; last: Answered<T> | null }
  | { is: 'answered'; answer: T; at: number }
  | { is: 'failed'; why: unknown; last: Answered<T> | null }
  | { is: 'forbidden' };

/** Asked for the first time. */
export const asking: Asked<never> = { is: 'asked', last: null };

export const answered = <T>(answer: T, at: number): Asked<T> => ({ is: 'answered', answer, at });

/** The newest answer, old or not; null: there is none, or it may not be read. */
export function lastOf<T>(asked: Asked<T>): Answered<T> | null {
  if (asked.is === 'answered') return { answer: asked.answer, at: asked.at };
  return asked.is === 'forbidden' ? null : asked.last;
}

/** The answer itself, old or not; null: there is none. */
export const answerOf = <T>(asked: Asked<T>): T | null => lastOf(asked)?.answer ?? null;

/** The same question once more. */
export const askedAgain = <T>(before: Asked<T>): Asked<T> => ({ is: 'asked', last: lastOf(before) });

/** The question failed. A 403 takes away what was read before: whoever may not read it sees no older answer either. */
export function failed<T>(before: Asked<T>, why: unknown): Asked<T> {
  if (why instanceof Problem && why.status === 403) return { is: 'forbidden' };
  return { is: 'failed', why, last: lastOf(before) };
}

/** Another answer made of this one: where it fails or waits, it fails or waits. */
export function mapped<T, U>(asked: Asked<T>, make: (answer: T) => U): Asked<U> {
  if (asked.is === 'forbidden') return asked;
  if (asked.is === 'answered') return answered(make(asked.answer), asked.at);
  return { ...asked, last: asked.last && { answer: make(asked.last.answer), at: asked.last.at } };
}

/** An answer with the changes that came in while it was on its way, in their order. */
export const changed = <T>(answer: T, changes: readonly ((answer: T) => T)[]): T => changes.reduce((known, make) => make(known), answer);

/** Whether it helps to ask again without anybody's doing: nobody answered, or the sign-in is being renewed. */
export const isWorthAsking = (why: unknown): boolean => isPassing(why) || (why instanceof Problem && why.status === 401);

/** Whether the gateway answered that there is no such thing. */
export const isMissing = (asked: Asked<unknown>): boolean =>
  asked.is === 'failed' && asked.why instanceof Problem && asked.why.status === 404;

import { serverClock } from '../time/serverClock';
import { keep, kept } from './typed';

/** One attempt to send a form: what makes a second sending of it the same command. */
export interface Attempt {
  /** The idempotency key. */
  key: string;
  /** When it was sent first, by the centre's clock. */
  occurredAt: string;
}

const nameOf = (typedAs: string) => `attempt/${typedAs}`;

/**
 * The attempt of a form: the one that nobody answered yet, also after a reload of the page, else a new one. So a form that is sent again
 * because nobody knows what came of it is carried out once.
 */
export function attemptOf(typedAs: string, store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = sessionStorage): Attempt {
  const before = kept(nameOf(typedAs), store);
  if (before?.['key'] && before['occurredAt']) return { key: before['key'], occurredAt: before['occurredAt'] };
  const attempt = { key: crypto.randomUUID(), occurredAt: serverClock.iso() };
  keep(nameOf(typedAs), attempt, store);
  return attempt;
}

/** It was answered, or thrown away: the next one is another command. */
export const forgetAttempt = (typedAs: string, store: Pick<Storage, 'setItem' | 'removeItem'> = sessionStorage): void =>
  keep(nameOf(typedAs), null, store);

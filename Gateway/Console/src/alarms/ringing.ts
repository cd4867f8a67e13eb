import type { Call } from '../api/types';

/** The ringing calls after one of them changed. */
export function withRinging(ringing: readonly Call[], call: Call): readonly Call[] {
  const others = ringing.filter((c) => c.id !== call.id);
  return call.status === 'ringing' ? [...others, call] : others.length === ringing.length ? ringing : others;
}

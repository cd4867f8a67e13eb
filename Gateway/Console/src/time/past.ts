import { createContext, useContext } from 'react';

/** A moment of the past, and which of its two times is meant: when things became known, or when they happened. */
export interface Past {
  /** ISO 8601, UTC. */
  at: string;
  by: 'recorded' | 'occurred';
}

/** Set by a replay around the components that show a past moment; null: they show the present. */
export const PastContext = createContext<Past | null>(null);

/** The moment of the past that is shown; null: the present. */
export function usePast(): Past | null {
  return useContext(PastContext);
}

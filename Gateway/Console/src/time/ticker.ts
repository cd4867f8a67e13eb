import { createContext, useContext, useSyncExternalStore } from 'react';
import { serverClock } from './serverClock';

const listeners = new Set<() => void>();
let second = Math.floor(serverClock.now() / 1000);
let timer: ReturnType<typeof setTimeout> | undefined;

// One timer for everything that ticks, on the full second of the centre's clock, so that all clocks of a page change together.
function schedule(): void {
  timer = setTimeout(() => {
    second = Math.floor(serverClock.now() / 1000);
    for (const listener of listeners) listener();
    schedule();
  }, 1000 - (serverClock.now() % 1000) + 5);
}

export function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** The centre's time in whole seconds since 1970. */
export function currentSecond(): number {
  return listeners.size === 0 ? Math.floor(serverClock.now() / 1000) : second;
}

/** The second at which time stands still in a replay; null: time runs. */
export const StandingSecond = createContext<number | null>(null);

const nothing = () => () => undefined;

export function useSecond(): number {
  const standing = useContext(StandingSecond);
  return useSyncExternalStore(standing === null ? onSecond : nothing, standing === null ? currentSecond : () => standing);
}

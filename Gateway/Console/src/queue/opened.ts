import { useSyncExternalStore } from 'react';

// The filter "mine" remembers this many incidents: more than one person opens in a shift.
const openedMax = 200;

let opened: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** Remembers that an incident was opened at this console. */
export function remember(id: string): void {
  if (opened.has(id)) return;
  opened = new Set([...opened, id].slice(-openedMax));
  for (const listener of listeners) listener();
}

export function useOpened(): ReadonlySet<string> {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => opened);
}

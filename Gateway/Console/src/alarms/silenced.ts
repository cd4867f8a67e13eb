import { useSyncExternalStore } from 'react';

// The alarms that somebody silenced at this console. A reload forgets them: then they sound again, which is the safe side.
let silenced: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function set(next: ReadonlySet<string>): void {
  silenced = next;
  for (const listener of listeners) listener();
}

/** The keys of the alarms that were silenced here. */
export function useSilenced(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => silenced,
  );
}

export const silencedNow = (): ReadonlySet<string> => silenced;

/** These alarms sound no more at this console; they stay in the bar. */
export function silence(keys: Iterable<string>): void {
  set(new Set([...silenced, ...keys]));
}

/** Forgets what is over, so that the set does not grow. */
export function keepOnly(keys: ReadonlySet<string>): void {
  const kept = [...silenced].filter((key) => keys.has(key));
  if (kept.length !== silenced.size) set(new Set(kept));
}

import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { BoardIncident, Presence, Unit, UnitPosition } from '../api/types';
import { Feed } from './feed';
import { live, useStore } from './picture';
import type { LiveStore } from './store';

export { live };

/** What keeps the live picture true. */
export const feed = new Feed(live);

addEventListener('online', feed.tryNow);

export function useIncidents(): readonly BoardIncident[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.incidentList);
}

export function useIncident(id: string | null): BoardIncident | undefined {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => (id === null ? undefined : store.incidents.get(id)));
}

export function useUnits(): readonly Unit[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.unitList);
}

export function useUnit(id: string | null): Unit | undefined {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => (id === null ? undefined : store.units.get(id)));
}

export function usePosition(unitId: string): UnitPosition | undefined {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.positions.get(unitId));
}

export function usePresence(): readonly Presence[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.presenceList);
}

export function useFeedState() {
  return useSyncExternalStore(feed.subscribe, feed.state);
}

/** Something reckoned from the whole picture; drawn anew only when it is another value by `isEqual`. */
export function useLive<T>(select: (store: LiveStore) => T, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const store = useStore();
  const last = useRef<{ value: T } | null>(null);
  const snapshot = useCallback(() => {
    const value = select(store);
    if (last.current && isEqual(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  }, [store, select, isEqual]);
  return useSyncExternalStore(store.subscribe, snapshot);
}

import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { BoardIncident, Presence, Unit, UnitPosition } from '../api/types';
import { Feed } from './feed';
import { LiveStore } from './store';

/** The one picture of this page, and what keeps it true. */
export const live = new LiveStore();
export const feed = new Feed(live);

addEventListener('online', feed.tryNow);

export function useIncidents(): readonly BoardIncident[] {
  return useSyncExternalStore(live.subscribe, live.incidentList);
}

export function useIncident(id: string | null): BoardIncident | undefined {
  return useSyncExternalStore(live.subscribe, () => (id === null ? undefined : live.incidents.get(id)));
}

export function useUnits(): readonly Unit[] {
  return useSyncExternalStore(live.subscribe, live.unitList);
}

export function useUnit(id: string | null): Unit | undefined {
  return useSyncExternalStore(live.subscribe, () => (id === null ? undefined : live.units.get(id)));
}

export function usePosition(unitId: string): UnitPosition | undefined {
  return useSyncExternalStore(live.subscribe, () => live.positions.get(unitId));
}

export function usePresence(): readonly Presence[] {
  return useSyncExternalStore(live.subscribe, live.presenceList);
}

export function useFeedState() {
  return useSyncExternalStore(feed.subscribe, feed.state);
}

/** Something reckoned from the whole picture; drawn anew only when it is another value by `isEqual`. */
export function useLive<T>(select: (store: LiveStore) => T, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const last = useRef<{ value: T } | null>(null);
  const snapshot = useCallback(() => {
    const value = select(live);
    if (last.current && isEqual(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  }, [select, isEqual]);
  return useSyncExternalStore(live.subscribe, snapshot);
}

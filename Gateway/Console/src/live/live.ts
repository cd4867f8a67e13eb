import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Presence, ReportingMark, UnitPosition } from '../api/types';
import { Feed } from './feed';
import { live, useStore } from './picture';
import type { ItemOf, SectionName } from './sections';
import type { LiveStore } from './store';

export { live };

/** Keeps the live picture up to date. */
export const feed = new Feed(live);

addEventListener('online', feed.tryNow);
addEventListener('offline', feed.checkNow);

/** The items of a section of the board, in its order. */
export function useItems<S extends SectionName>(section: S): readonly ItemOf<S>[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.list(section));
}

/** One item of a section; undefined: it is not on the board, or `id` is null. */
export function useItem<S extends SectionName>(section: S, id: string | null): ItemOf<S> | undefined {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => (id === null ? undefined : (store.items[section].get(id) as ItemOf<S> | undefined)));
}

export const useIncidents = () => useItems('incidents');
export const useIncident = (id: string | null) => useItem('incidents', id);
export const useUnits = () => useItems('units');
export const useUnit = (id: string | null) => useItem('units', id);

export function usePosition(unitId: string): UnitPosition | undefined {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.positions.get(unitId));
}

/** The mark of a unit whose position reports are refused for long; undefined: they are not. */
export function useRefused(unitId: string): ReportingMark | undefined {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => store.refused.get(unitId));
}

export function usePresence(): readonly Presence[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.presenceList);
}

export function useFeedState() {
  return useSyncExternalStore(feed.subscribe, feed.state);
}

/** A value computed from the picture; the component renders again only when it is another value by `isEqual`. */
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

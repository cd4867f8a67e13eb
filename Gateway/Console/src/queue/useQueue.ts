import { useCallback, useSyncExternalStore } from 'react';
import type { BoardIncident } from '../api/types';
import { live } from '../live/live';
import { serverClock } from '../time/serverClock';
import { onSecond } from '../time/ticker';
import { matches, type Mine, type QueueFilter } from './filter';
import { inOrder, pressing } from '../incident/urgency';

// The order is computed once for all components, when the picture or the second has changed.
let ordered: { source: readonly BoardIncident[]; second: number; list: readonly BoardIncident[]; late: number } | null = null;

function order() {
  const source = live.list('incidents');
  const now = serverClock.now();
  const second = Math.floor(now / 1000);
  if (ordered?.source === source && ordered.second === second) return ordered;
  const list = inOrder(source, now);
  const late = list.reduce((n, i) => n + Number(pressing(i.clocks, now)?.alarm === 'late'), 0);
  // Most seconds change nothing: then the list stays the same object.
  const same = ordered?.source === source && ordered.list.every((i, at) => i === list[at]);
  return (ordered = { source, second, list: same ? ordered!.list : list, late });
}

function subscribe(listener: () => void): () => void {
  const off = [live.subscribe(listener), onSecond(listener)];
  return () => off.forEach((stop) => stop());
}

/** All open incidents in order. */
export function useOrdered(): readonly BoardIncident[] {
  return useSyncExternalStore(subscribe, () => order().list);
}

export function useLateCount(): number {
  return useSyncExternalStore(subscribe, () => order().late);
}

const filtered = new WeakMap<readonly BoardIncident[], Map<string, readonly BoardIncident[]>>();

/** The incidents that pass the filter, in order. */
export function useFiltered(filter: QueueFilter, mine: Mine): readonly BoardIncident[] {
  const key = JSON.stringify([filter, filter.mine ? [mine.station, mine.unitId, [...mine.opened]] : null]);
  const read = useCallback(() => {
    const { list } = order();
    let known = filtered.get(list);
    if (!known) filtered.set(list, (known = new Map()));
    let found = known.get(key);
    if (!found) known.set(key, (found = list.filter((i) => matches(i, filter, mine))));
    return found;
    // The key contains everything of `filter` and `mine`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return useSyncExternalStore(subscribe, read);
}

import { useSyncExternalStore } from 'react';
import { api, query } from '../api/client';
import type { Page, Station } from '../api/types';
import { isWorthAsking } from '../asking/asked';
import { live } from '../live/live';

const pagesMax = 20;
const againMs = 3_000;

let stations: ReadonlyMap<string, Station> = new Map();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: ReadonlyMap<string, Station>): void {
  stations = next;
  for (const listener of listeners) listener();
}

/** Reads the stations once, again until somebody answers; later changes come by the feed. */
export function loadStations(signal: AbortSignal): () => void {
  const read = async () => {
    const found = new Map<string, Station>();
    let cursor: string | null = null;
    for (let page = 0; page < pagesMax; page++) {
      const next: Page<Station> = await api.get<Page<Station>>(`/stations${query({ limit: 200, cursor })}`, signal);
      for (const station of next.items) found.set(station.id, station);
      if ((cursor = next.next) === null) break;
    }
    set(found);
  };
  const tryToRead = (): void =>
    void read().catch((error: unknown) => {
      if (!signal.aborted && isWorthAsking(error)) setTimeout(() => !signal.aborted && tryToRead(), againMs);
    });
  tryToRead();
  return live.onEvent((event) => {
    if (!event.stream.startsWith('station/')) return;
    const id = event.stream.slice('station/'.length);
    const changes = event.data['changes'] as { name?: { to: string } } | undefined;
    const name = (event.data['name'] as string | undefined) ?? changes?.name?.to;
    const retired = event.data['retired'] === true;
    if (name !== undefined) set(new Map([...stations, [id, { ...stations.get(id), id, name, retired } as Station]]));
  });
}

let list: { of: ReadonlyMap<string, Station>; stations: readonly Station[] } = { of: stations, stations: [] };

function listed(): readonly Station[] {
  if (list.of !== stations) list = { of: stations, stations: [...stations.values()] };
  return list.stations;
}

/** All stations, outside of components. */
export const allStations = (): readonly Station[] => listed();

/** All stations, also those that are retired: what belonged to them still shows their names. Empty before they were read. */
export function useStations(): readonly Station[] {
  return useSyncExternalStore(subscribe, listed);
}

/** The name of a station; its id when it is not registered. */
export function useStationNames(): (id: string) => string {
  const known = useSyncExternalStore(subscribe, () => stations);
  return (id) => known.get(id)?.name ?? id;
}

/** The same, outside of components. */
export const stationName = (id: string): string => stations.get(id)?.name ?? id;

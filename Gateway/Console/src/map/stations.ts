import { useEffect, useState } from 'react';
import { api, query } from '../api/client';
import type { Page, Station } from '../api/types';
import { session } from '../signin/session';

const pageSize = 200;
// A county has some ten, a city some hundred.
const stationsMax = 2_000;
const noneYet: readonly Station[] = [];

let known: { subject: string; stations: Promise<readonly Station[]> } | null = null;

/** All stations. They change so seldom that they are asked for once in a sign-in; a failure is asked again with the next screen. */
export function useStations(): readonly Station[] {
  const [stations, set] = useState(noneYet);
  useEffect(() => {
    let gone = false;
    if (known?.subject !== session.subject()) known = { subject: session.subject(), stations: load() };
    known.stations.then((all) => !gone && set(all)).catch(() => (known = null));
    return () => void (gone = true);
  }, []);
  return stations;
}

async function load(): Promise<readonly Station[]> {
  const all: Station[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Station> | Station[] = await api.get(`/stations${query({ limit: pageSize, cursor })}`);
    if (Array.isArray(page)) return page;
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && all.length < stationsMax);
  return all;
}

import { useMemo, useSyncExternalStore } from 'react';
import { live } from '../live/live';
import { serverClock } from '../time/serverClock';
import { onSecond } from '../time/ticker';
import { alarmsOf, type Alarm } from './alarms';
import type { WaitingCalls } from './waitingCalls';

/** All alarms, in order; the same array until one comes, goes or turns loud. */
export function useAlarms(calls: WaitingCalls): readonly Alarm[] {
  const read = useMemo(() => reader(calls), [calls]);
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  const off = [live.subscribe(listener), onSecond(listener)];
  return () => off.forEach((stop) => stop());
}

function reader({ ringing, callBacks }: WaitingCalls): () => readonly Alarm[] {
  let seen: { incidents: unknown; units: unknown; second: number } | null = null;
  let known: readonly Alarm[] = [];
  return () => {
    const [incidents, units] = [live.list('incidents'), live.list('units')];
    const now = serverClock.now();
    const second = Math.floor(now / 1000);
    if (seen?.incidents === incidents && seen.units === units && seen.second === second) return known;
    seen = { incidents, units, second };
    const alarms = alarmsOf({ incidents, units, ringing, callBacks }, now);
    const isSame = alarms.length === known.length && alarms.every((a, i) => isEqual(a, known[i]!));
    return isSame ? known : (known = alarms);
  };
}

const isEqual = (a: Alarm, b: Alarm) => a.key === b.key && a.isLoud === b.isLoud && a.since === b.since && a.incident === b.incident;

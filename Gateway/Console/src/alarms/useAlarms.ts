import { useMemo, useSyncExternalStore } from 'react';
import { live } from '../live/live';
import { usePerson } from '../signin/session';
import { serverClock } from '../time/serverClock';
import { onSecond } from '../time/ticker';
import type { Alarm } from './alarm';
import { alarmsOf } from './alarms';
import type { Looking } from './ofDirective';
import type { WaitingCalls } from './waitingCalls';

/** All alarms, in order; the same array until one comes, goes or turns loud. */
export function useAlarms(calls: WaitingCalls): readonly Alarm[] {
  const who = usePerson();
  const read = useMemo(() => reader(calls, who), [calls, who]);
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  const off = [live.subscribe(listener), onSecond(listener)];
  return () => off.forEach((stop) => stop());
}

function reader({ ringing, refused, callBacks }: WaitingCalls, who: Looking): () => readonly Alarm[] {
  let seen: { incidents: unknown; units: unknown; directives: unknown; second: number } | null = null;
  let known: readonly Alarm[] = [];
  return () => {
    const [incidents, units, directives] = [live.list('incidents'), live.list('units'), live.list('directives')];
    const now = serverClock.now();
    const second = Math.floor(now / 1000);
    const isSeen = seen?.incidents === incidents && seen.units === units && seen.directives === directives;
    if (isSeen && seen?.second === second) return known;
    seen = { incidents, units, directives, second };
    const alarms = alarmsOf({ incidents, units, directives, who, ringing, refused, callBacks }, now);
    const isSame = alarms.length === known.length && alarms.every((a, i) => isEqual(a, known[i]!));
    return isSame ? known : (known = alarms);
  };
}

const isEqual = (a: Alarm, b: Alarm) => a.key === b.key && a.isLoud === b.isLoud && a.since === b.since && a.incident === b.incident;

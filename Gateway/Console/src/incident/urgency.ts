import type { BoardIncident, Clock } from '../api/types';

export type Alarm = 'late' | 'warn' | 'running';

/** The most urgent clock of an incident, and its state. */
export interface Pressing {
  clock: Clock;
  alarm: Alarm;
  /** Seconds until the limit; negative: late by so much. Not rounded. */
  remaining: number;
}

const msOf = (() => {
  // A queue of a thousand incidents asks for the same few thousand texts each second.
  const known = new Map<string, number>();
  const knownMax = 50_000;
  return (iso: string): number => {
    let ms = known.get(iso);
    if (ms === undefined) {
      if (known.size >= knownMax) known.clear();
      known.set(iso, (ms = Date.parse(iso)));
    }
    return ms;
  };
})();

export { msOf };

/** The state of a running clock at an instant, in milliseconds since 1970. Exactly at the limit is in time; after it is late. */
export function alarmOf(clock: Clock, nowMs: number): Alarm {
  if (nowMs > msOf(clock.dueAt)) return 'late';
  return clock.warnAt !== null && nowMs >= msOf(clock.warnAt) ? 'warn' : 'running';
}

/** The most urgent clock: late for the longest, else due first. Silent clocks do not count. Null: none is running. */
export function pressing(clocks: readonly Clock[], nowMs: number): Pressing | null {
  let first: Clock | null = null;
  for (const clock of clocks)
    if (clock.state === 'running' && !clock.silent && (first === null || msOf(clock.dueAt) < msOf(first.dueAt))) first = clock;
  return first && { clock: first, alarm: alarmOf(first, nowMs), remaining: (msOf(first.dueAt) - nowMs) / 1000 };
}

/** Sorts a unit in distress first, then late incidents, then by priority, then by how long they have waited. */
export function compareUrgency(a: BoardIncident, b: BoardIncident, late: (incident: BoardIncident) => boolean): number {
  const distress = Number(Boolean(b.panicUnitId)) - Number(Boolean(a.panicUnitId));
  if (distress !== 0) return distress;
  const lateness = Number(late(b)) - Number(late(a));
  if (lateness !== 0) return lateness;
  return a.priority - b.priority || msOf(a.receivedAt) - msOf(b.receivedAt) || (a.id < b.id ? -1 : 1);
}

/** The incidents in order of urgency at an instant, in milliseconds since 1970. */
export function inOrder(incidents: readonly BoardIncident[], nowMs: number): BoardIncident[] {
  const late = new Map<string, boolean>();
  for (const incident of incidents) late.set(incident.id, pressing(incident.clocks, nowMs)?.alarm === 'late');
  return [...incidents].sort((a, b) => compareUrgency(a, b, (i) => late.get(i.id)!));
}

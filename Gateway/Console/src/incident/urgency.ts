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

/** How urgent an incident is beside its priority, the most urgent first. */
const ranks = { distress: 0, unattended: 1, late: 2, other: 3 } as const;

/**
 * The rank of an incident: an officer in distress first; then those that wait for somebody longer than the limit of their `assign` clock,
 * since nobody has seen to them at all; then those that are late in any other way.
 */
export function rankOf(incident: BoardIncident, nowMs: number): number {
  if (incident.panicUnitId) return ranks.distress;
  const isLate = (c: Clock) => c.state === 'running' && !c.silent && alarmOf(c, nowMs) === 'late';
  const late = incident.clocks.filter(isLate);
  if (late.length === 0) return ranks.other;
  return incident.unattendedSince && late.some((c) => c.stage === 'assign') ? ranks.unattended : ranks.late;
}

/** Sorts by rank, then by priority, then by how long they have waited. */
export function compareUrgency(a: BoardIncident, b: BoardIncident, rank: (incident: BoardIncident) => number): number {
  const ranked = rank(a) - rank(b);
  if (ranked !== 0) return ranked;
  return a.priority - b.priority || msOf(a.receivedAt) - msOf(b.receivedAt) || (a.id < b.id ? -1 : 1);
}

/** The incidents in order of urgency at an instant, in milliseconds since 1970. */
export function inOrder(incidents: readonly BoardIncident[], nowMs: number): BoardIncident[] {
  const ranked = new Map<string, number>();
  for (const incident of incidents) ranked.set(incident.id, rankOf(incident, nowMs));
  return [...incidents].sort((a, b) => compareUrgency(a, b, (i) => ranked.get(i.id)!));
}

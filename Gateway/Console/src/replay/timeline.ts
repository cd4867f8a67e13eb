import type { JournalEvent } from '../api/types';

/** What was recorded at one instant: mostly the events of one command. */
export interface Moment {
  at: string;
  events: readonly JournalEvent[];
}

/** The instants at which something was known anew, in order. A view is asked for by them, so two events of one instant are one. */
export function momentsOf(events: readonly JournalEvent[]): Moment[] {
  const moments: { at: string; events: JournalEvent[] }[] = [];
  for (const event of [...events].sort((a, b) => a.version - b.version)) {
    const last = moments.at(-1);
    if (last && last.at === event.recordedAt) last.events.push(event);
    else moments.push({ at: event.recordedAt, events: [event] });
  }
  return moments;
}

/** How fast the past goes by, against how fast it went. */
export const speeds = [1, 10, 60, 300] as const;
export type Speed = (typeof speeds)[number];

// An hour in which nothing happened is not watched; two things of one second can still be told apart.
const waitMs = { least: 350, most: 4_000 };

/** How long to stay at a moment before the next, by when things happened (imports record a whole day in minutes). */
export function stayMs(from: Moment, to: Moment, speed: Speed): number {
  const between = Date.parse(to.events[0]!.occurredAt) - Date.parse(from.events.at(-1)!.occurredAt);
  return Math.max(waitMs.least, Math.min(waitMs.most, Math.max(0, between) / speed));
}

/** The step of the slider, in seconds, at which a day's boards are asked for: what is moved over fast is not asked for to the second. */
export function stepSeconds(speed: Speed): number {
  return Math.max(1, Math.min(60, speed));
}

/** Rounds down to a step of seconds, so that whoever looks again finds the same boards. */
export function onGrid(atMs: number, step: number): number {
  return Math.floor(atMs / (step * 1000)) * step * 1000;
}

/** The moments that will be wanted next: those ahead when it plays, both sides when somebody looks about. */
export function neighbours(atMs: number, step: number, playing: boolean, range: { from: number; to: number }): number[] {
  const offsets = playing ? [1, 2, 3] : [1, -1];
  return offsets.map((n) => atMs + n * step * 1000).filter((t) => t >= range.from && t <= range.to);
}

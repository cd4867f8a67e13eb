import type { JournalEvent } from '../api/types';

/** The events that were recorded at one instant: mostly those of one command. */
export interface Moment {
  at: string;
  events: readonly JournalEvent[];
}

/** The instants at which something was recorded, in order. Views are read by instant, so events of one instant form one moment. */
export function momentsOf(events: readonly JournalEvent[]): Moment[] {
  const moments: { at: string; events: JournalEvent[] }[] = [];
  for (const event of [...events].sort((a, b) => a.version - b.version)) {
    const last = moments.at(-1);
    if (last && last.at === event.recordedAt) last.events.push(event);
    else moments.push({ at: event.recordedAt, events: [event] });
  }
  return moments;
}

/** The speeds of a replay: seconds of the past to a second of playing. */
export const speeds = [1, 10, 60, 300] as const;
export type Speed = (typeof speeds)[number];

// Nobody waits through an empty hour, and two moments within a second can still be told apart.
const waitMs = { least: 350, most: 4_000 };

/** How many milliseconds a moment is shown before the next. By the times of occurrence: imports record a whole day in minutes. */
export function stayMs(from: Moment, to: Moment, speed: Speed): number {
  const between = Date.parse(to.events[0]!.occurredAt) - Date.parse(from.events.at(-1)!.occurredAt);
  return Math.max(waitMs.least, Math.min(waitMs.most, Math.max(0, between) / speed));
}

/** The step of the slider in seconds, 1 to 60: the faster the replay, the fewer boards of a day are read. */
export function stepSeconds(speed: Speed): number {
  return Math.max(1, Math.min(60, speed));
}

/** Rounds milliseconds down to a step of seconds, so that the same boards are read again and come from the cache. */
export function onGrid(atMs: number, step: number): number {
  return Math.floor(atMs / (step * 1000)) * step * 1000;
}

/** The moments to read early, in milliseconds: three ahead while it plays, else one on each side. */
export function neighbours(atMs: number, step: number, playing: boolean, range: { from: number; to: number }): number[] {
  const offsets = playing ? [1, 2, 3] : [1, -1];
  return offsets.map((n) => atMs + n * step * 1000).filter((t) => t >= range.from && t <= range.to);
}

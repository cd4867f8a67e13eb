import { useEffect, useSyncExternalStore } from 'react';
import type { BoardIncident } from '../api/types';
import { live } from '../live/live';
import { session } from '../signin/session';
import { unseenOf, withNew, withSeen, type Seen } from './seen';

const keyOf = (subject: string) => `tocsin.seen.${subject}`;
const listeners = new Set<() => void>();
let kept: { subject: string; seen: Seen } | null = null;

function current(): Seen {
  const subject = session.subject();
  if (kept?.subject !== subject) {
    let seen: Seen = {};
    try {
      seen = JSON.parse(localStorage.getItem(keyOf(subject)) ?? '{}') as Seen;
    } catch {
      // An older page kept another shape.
    }
    kept = { subject, seen };
  }
  return kept.seen;
}

function put(seen: Seen): void {
  if (seen === current()) return;
  kept = { subject: session.subject(), seen };
  localStorage.setItem(keyOf(kept.subject), JSON.stringify(seen));
  for (const listener of listeners) listener();
}

/** Whoever is signed in has looked at so many messages of an incident. */
export const markSeen = (id: string, count: number): void => put(withSeen(current(), id, count));

/** One more that they know: they wrote it. */
export const markOwn = (id: string): void => put(withSeen(current(), id, (current()[id] ?? 0) + 1));

/** How many messages of an incident whoever is signed in has not seen. The centre's mark is one for all: this one is a person's. */
export function useUnseen(incident: Pick<BoardIncident, 'id' | 'messageCount'> & { unread?: number }): number {
  const seen = useSyncExternalStore(subscribe, current);
  return unseenOf(seen, incident);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notices the incidents that are new to whoever is signed in, as long as the frame is there. */
export function useNewIncidents(): void {
  useEffect(() => {
    const look = () => live.loaded && put(withNew(current(), live.incidents.values()));
    look();
    return live.subscribe(look);
  }, []);
}

/** How many messages of each incident one person has seen, by the incident's id. */
export type Seen = Readonly<Record<string, number>>;

interface Counted {
  id: string;
  messageCount: number;
  /** What nobody of the centre has read. */
  unread?: number;
}

// The oldest go: more incidents than anybody follows at once.
const seenMax = 2_000;

/** With the incidents that are new to this person: what the centre had read before counts as seen, what it had not is unread. */
export function withNew(seen: Seen, incidents: Iterable<Counted>): Seen {
  let next: Record<string, number> | null = null;
  for (const { id, messageCount, unread } of incidents)
    if (seen[id] === undefined) (next ??= { ...seen })[id] = Math.max(0, messageCount - (unread ?? 0));
  return next === null ? seen : capped(next);
}

/** After somebody looked at so many messages of an incident. */
export function withSeen(seen: Seen, id: string, count: number): Seen {
  return (seen[id] ?? -1) >= count ? seen : capped({ ...seen, [id]: count });
}

/** How many messages of an incident this person has not seen, whoever else has. */
export function unseenOf(seen: Seen, { id, messageCount, unread }: Counted): number {
  return Math.max(0, messageCount - (seen[id] ?? Math.max(0, messageCount - (unread ?? 0))));
}

function capped(seen: Record<string, number>): Seen {
  const ids = Object.keys(seen);
  for (const id of ids.slice(0, Math.max(0, ids.length - seenMax))) delete seen[id];
  return seen;
}

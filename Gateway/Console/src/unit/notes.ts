import type { JournalEvent } from '../api/types';

/** A note on an incident or a change of it, as the feed brought it. */
export type UnitNote = Pick<JournalEvent, 'kind' | 'data' | 'occurredAt' | 'actor' | 'version'> & { incidentId: string };

// More than fits on a phone; the trail has them all.
const notesMax = 20;

const kinds = new Set(['NoteAdded', 'IncidentChanged']);

/** The notes with an event, newest first; the same list when it is no note, or known. */
export const withNote = (notes: readonly UnitNote[], event: JournalEvent, incidentId: string): readonly UnitNote[] =>
  withNotes(notes, [event], incidentId);

/** The notes with an incident's events, newest first; the same list when none of them is a note that is new here. */
export function withNotes(notes: readonly UnitNote[], events: readonly JournalEvent[], incidentId: string): readonly UnitNote[] {
  const ofIncident = notes.filter((n) => n.incidentId === incidentId);
  const fresh = events.filter((e) => kinds.has(e.kind) && !ofIncident.some((n) => n.version === e.version));
  if (fresh.length === 0) return notes;
  const added = fresh.map(({ kind, data, occurredAt, actor, version }) => ({ incidentId, kind, data, occurredAt, actor, version }));
  const all = [...ofIncident, ...added];
  return [...all.sort((a, b) => b.version - a.version), ...notes.filter((n) => n.incidentId !== incidentId)].slice(0, notesMax);
}
